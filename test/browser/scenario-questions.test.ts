import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fault } from "../support/browser/fault.js";
import { suitePages } from "../support/browser/site-server.js";

/** What an analyst asks, answered from the page alone, and sent as a link. */
describe("questions to the workbench", () => {
  const open = suitePages(({ errors, foreign }) =>
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] }),
  );

  async function visit(path = "scenarios"): Promise<Page> {
    const watched = await open(path, {
      viewport: { width: 1280, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-workbench][data-live]").waitFor();
    return watched.page;
  }

  async function result(page: Page): Promise<string> {
    await page.locator('.result[aria-busy="false"]').waitFor();
    const region = page.getByRole("status", { name: "Result" });
    return (await region.innerText()).replace(/\s+/g, " ");
  }

  /** The link that "Copy link" gives, opened in a browser that has never been here, tells the same. */
  async function travels(page: Page): Promise<void> {
    const words = await result(page);
    const tools = page.getByRole("group", { name: "Scenario", exact: true });
    await tools.getByRole("button", { name: "Copy link", exact: true }).click();
    await tools.getByText("Link copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain("/scenarios#s=");
    const other = await visit(link.slice(link.indexOf("scenarios#s=")));
    expect(await result(other)).toBe(words);
    expect(await other.getByRole("alert").allInnerTexts()).not.toContain(expect.stringMatching(/\S/));
  }

  async function preset(page: Page, title: string): Promise<void> {
    await page.getByText("Start from a documented case").click();
    await page.getByRole("button", { name: title }).click();
  }

  test("what did Rotterdam lose when national money went to nothing, and how sure is that?", async () => {
    const page = await visit();
    await preset(page, "Rotterdam loses the national integration money");
    const words = await result(page);
    expect(words).toMatch(
      /Rotterdam goes from 69 % to 54 % of what the median city has \(range 4\d % to 6\d %\)/,
    );
    expect(words).toContain("The ranges cover 8 in 10 of 1,000 simulations");
    const story = page.locator(".presets li").filter({ hasText: "Rotterdam loses" });
    expect(await story.innerText()).toMatch(/€197 million.*nothing in 2014/);
    expect(await story.getByRole("link").getAttribute("href")).toMatch(/\/sources#thp-2014$/);
    expect(await page.locator("#waterfall h2").innerText()).toContain("Public funding, Rotterdam");
    await travels(page);
  });

  test("whose coverage is it, per whom, and how much could the mapping itself have missed?", async () => {
    const page = await visit();
    const field = (name: string) => page.getByRole("combobox", { name, exact: true });
    await field("City").selectOption("lisbon");
    const before = await result(page);
    await page.locator(".settings summary", { hasText: "Measure:" }).click();
    await field("Counts").selectOption("uncertain");
    await page.getByText("The mapping is assumed to have found 83 % to 97 %").waitFor();
    const counted = await result(page);
    expect(counted).not.toBe(before);
    expect(counted).toMatch(
      /By coverage it comes \d\w\w of eight, and in 8 of 10 simulations from \d\w\w to \d\w\w\./,
    );
    await field("City").selectOption("all");
    await field("Weigh cities").selectOption("residents");
    await field("Target per").selectOption("migrants");
    expect(await result(page)).toMatch(
      /Weighed by residents the eight cities have \d+ % \(range \d+ % to \d+ %\) of what the median city has per 100,000 migrants/,
    );
    await field("Target").selectOption("own");
    await field("Figures for").selectOption("nairobi");
    const political = page.locator(".own-target").getByRole("spinbutton", { name: "political" });
    await political.fill("9");
    await political.press("Enter");
    await page.getByText("With figures of their own: Nairobi.").waitFor();
    await travels(page);
  });

  test("what does it cost the mean of all cities to leave no city behind?", async () => {
    const page = await visit();
    const panel = page.locator(".trade-off-panel");
    await panel.getByRole("button", { name: "Draw the trade-off" }).click();
    await panel.locator("figure svg .point").first().waitFor({ timeout: 60_000 });
    expect(await panel.locator(".sentence").first().innerText()).toMatch(
      /^Spent where it does most for the mean of all cities, €2 million .* the mean is 0\.\d points lower\.$/,
    );
    // One stop of the Tab key for all points; the arrows go along them, and Enter shows a plan.
    await panel.locator(".point").first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const told = await panel.locator(".chosen-point h4").innerText();
    expect(told).toMatch(/, the weakest city, at 93\.\d %$/);
    await panel.getByRole("button", { name: "Apply" }).click();
    expect(await result(page)).toMatch(/In five years the eight cities on average go from 83 % to 97 %/);
  });

  test("what would it cost to bring every city to the median, who pays, and which assumption drives it?", async () => {
    const page = await visit();
    await preset(page, "Every city up to the target");
    expect(await result(page)).toMatch(
      /go from 83 % to 100 %.*cost €3 million more \(€\d+,000 to €[\d.]+ million\) a year; public money pays €[\d.]+ million more/,
    );
    await page.getByText("What drives the result?").click();
    await page.getByRole("combobox", { name: "Measure" }).selectOption("total");
    await page.getByRole("combobox", { name: "seen as" }).selectOption("change");
    const driver = page.locator(".driver-list button").first();
    await driver.waitFor();
    const name = await driver.innerText();
    expect(name).toBe("Cost of an initiative");
    expect((await page.locator(".tornado-panel .sentence").innerText()).toLowerCase()).toContain(
      name.toLowerCase(),
    );
    await driver.click();
    const row = page.locator("#assumptions tr[data-assumption]").filter({ hasText: name });
    expect(
      await row
        .getByRole("spinbutton", { name: /, central,/ })
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await row.getByText("Why").click();
    expect(await row.locator(".evidence").innerText()).toMatch(
      /Assumed: no document gives the cost of an initiative .*geometric mean/s,
    );
    await travels(page);
  });

  test("where do €2 million do most?", async () => {
    const page = await visit();
    await page.getByRole("button", { name: "Find best use" }).click();
    const find = page.locator(".find-one").filter({ hasText: "Where does the money do most?" });
    await find.getByRole("button", { name: /^Apply/ }).waitFor();
    const answer = await find.locator(".plan .sentence").innerText();
    expect(answer).toMatch(/30 new initiatives.* to 98 %/);
    await find.getByRole("button", { name: /^Apply/ }).click();
    expect(await result(page)).toMatch(/go from 83 % to 98 %/);
    expect(await page.locator(".moved-levers summary").innerText()).toMatch(/levers changed/);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    expect(await result(page)).toContain("No changes yet");
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await travels(page);
  });

  test("how sure is that, what would change it, and what is it worth to know more?", async () => {
    const page = await visit();
    await page.getByRole("slider", { name: "Public funding, Rotterdam", exact: true }).press("Home");
    const words = await result(page);
    await page.getByRole("button", { name: "Find best use" }).click();
    const find = page.locator("#best-use");
    await find.getByText("How sure is this plan?").click();
    await find.getByRole("button", { name: "Test the plan" }).click();
    const title = (id: string) => page.locator(`#best-use-${id} h3`).innerText();
    expect(await title("regret")).toMatch(
      /^In \d+ of 100 draws no plan does better than this one; in 90 of 100/,
    );
    expect(await title("overturning")).toMatch(
      /^This plan does (better than|as well as) .+ where “Cost of an initiative” is/,
    );
    expect(await title("worth")).toMatch(/^To know “.+” beforehand is worth about €[\d,]+ a year/);

    // What is saved says of which plan it is, and its link opens the scenario that it was tested in.
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    for (const offer of [
      find.getByRole("button", { name: "CSV: plans compared" }),
      page.locator("#best-use-worth .menu").getByRole("button", { name: "CSV", exact: true }),
    ]) {
      const coming = page.waitForEvent("download");
      await offer.click();
      const text = readFileSync(await (await coming).path(), "utf8").replace("\uFEFF", "");
      const [row] = csvParse(text);
      expect(row).toMatchObject({
        "Budget a year, EUR": "2000000",
        "Number of draws": "300",
        Seed: "1",
        Levers: "Public funding, Rotterdam: −100 %",
      });
      const link = row!.Scenario!;
      const other = await visit(link.slice(link.indexOf("scenarios#s=")));
      expect(await result(other)).toBe(words);
    }
  });
});

describe("the test of a plan, where the script of its answer does not arrive", () => {
  const open = suitePages();

  test("says so and offers it again", async () => {
    const { page } = await open("scenarios");
    await page.locator("[data-workbench][data-live]").waitFor();
    await fault(page, "**/robust-answer.*.js", (route) => route.abort());
    await page.getByRole("button", { name: "Find best use" }).click();
    const panel = page.locator("#best-use details.robust");
    await panel.getByText("How sure is this plan?").click();
    await panel.getByRole("button", { name: "Test the plan" }).click();
    await panel.getByRole("alert").filter({ hasText: "A script of this page did not arrive" }).waitFor();
    await panel.getByRole("button", { name: "Try again" }).waitFor();
    expect(await panel.locator(".robust-answer").count()).toBe(0);
  });
});
