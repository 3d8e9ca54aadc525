import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers } from "../support/browser/barriers.js";
import { siteUrl, suitePages } from "../support/browser/site-server.js";
import { overflow } from "../support/browser/width.js";

/** Two working days, from the first page to the note for the mayor. */
describe.each([
  ["a wide page", { width: 1280, height: 900 }],
  ["a phone", { width: 360, height: 740 }],
])("a working day on %s", (_, viewport) => {
  const open = suitePages(({ errors, foreign }) =>
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] }),
  );

  async function visit(path = ""): Promise<Page> {
    const { page } = await open(path, { viewport });
    page.setDefaultTimeout(30_000);
    await page.locator("html[data-shown]").waitFor();
    return page;
  }

  async function result(page: Page): Promise<string> {
    await page.locator('.result[aria-busy="false"]').waitFor();
    return (await page.getByRole("status", { name: "Result" }).innerText()).replace(/\s+/g, " ");
  }

  test("in Lisbon: gaps, practices, the best use of €2 million a year with its range", async () => {
    const page = await visit();
    await page.locator("#way-in-city:enabled").waitFor();
    await page.getByRole("combobox", { name: "Which city are you from?" }).selectOption("Lisbon");
    const summary = page.locator("[data-city-summary]");
    await summary.getByText("Lisbon reaches the median of the mapped cities").waitFor();
    await summary.getByRole("link", { name: /^Practices/ }).click();
    await page.waitForURL("**/practices?city=lisbon*");
    await page.locator("[data-practices][data-live]").waitFor();
    expect(await page.locator(".cards > li .why").count()).toBeGreaterThan(5);
    await page.goto(`${siteUrl}scenarios`);
    await page.locator("[data-workbench][data-live]").waitFor();
    await page.waitForURL("**/scenarios?city=lisbon");
    expect(await result(page)).toContain("Lisbon has 100 % of what the median city has");
    // A city at its target says so wherever it is met, and offers the next one.
    await page.getByRole("button", { name: "Find best use" }).click();
    const best = page.locator(".budget-first");
    await best.getByText("Lisbon has what the median city has in every dimension").waitFor();
    await page
      .locator(".target-reached")
      .getByRole("button", { name: "Measure against the upper quartile" })
      .click();
    await page.getByRole("combobox", { name: "Target" }).selectOption("best");
    await best.getByText("This answer is for").waitFor();
    await best.getByRole("button", { name: "Find again" }).click();
    await best.getByRole("button", { name: /^Apply/ }).waitFor();
    expect(await best.locator(".plan .sentence").innerText()).toBe(
      "With €1.8 million of public money a year for 30 new initiatives in Lisbon, Lisbon goes from 51 % to 100 % of what the best of the mapped cities has in five years, and €210,000 is left over.",
    );
    await best.getByText(/In 8 of 10 of 1,000 simulations .* million of public money a year/).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    await best.getByRole("button", { name: /^Apply/ }).click();
    expect(await result(page)).toMatch(
      /^In five years Lisbon goes from 51 % to 100 % of what the best of the mapped cities has\./,
    );
    // By the navigation and back: the scenario is offered again.
    await page.goto(`${siteUrl}scenarios`);
    await page.locator("[data-workbench][data-live]").waitFor();
    await page.getByRole("button", { name: "Continue your last scenario" }).click();
    expect(await result(page)).toContain("Lisbon goes from 51 % to 100 %");
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    expect(await result(page)).toContain("No changes yet");
  });

  test("in Ghent, which no document counts: the same with the counts that were typed in, by keyboard", async () => {
    const page = await visit();
    const myCity = page.getByRole("combobox", { name: "My city" });
    await page.locator("#my-city:enabled").waitFor();
    await myCity.selectOption("Another city…");
    for (const [name, typed] of [
      ["Name of the city", "Ghent"],
      ["Country", "Belgium"],
      ["Social", "7"],
      ["Cultural", "3"],
      ["Political", "0"],
      ["Economic", "4"],
    ] as const) {
      await page.getByRole("textbox", { name }).focus();
      await page.keyboard.type(typed);
    }
    await page.keyboard.press("Enter");
    const summary = page.locator("[data-city-summary]");
    await summary.getByText(/^Ghent has fewer initiatives .* by your numbers\.$/).waitFor();
    await summary.getByRole("link", { name: "What if?" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/scenarios?city=own-city");
    await page.locator("[data-workbench][data-live]").waitFor();
    const words = await result(page);
    expect(words).toContain("No changes yet. These are your own counts.");
    expect(words).toContain("Its legal initiatives are not known and count nowhere.");
    expect(await page.getByRole("main").innerText()).not.toMatch(/NaN|undefined/);
    await page.getByRole("button", { name: "Find best use" }).focus();
    await page.keyboard.press("Enter");
    const best = page.locator(".budget-first");
    await best.getByRole("button", { name: /^Apply/ }).waitFor();
    expect(await best.locator(".plan .sentence").innerText()).toMatch(
      /new initiatives in Ghent, Ghent goes from \d\d % to 100 % of what the median city has in five years/,
    );
    expect(await best.locator(".plan-table").innerText()).not.toMatch(/legal/);
    await best.getByRole("button", { name: /^Apply/ }).focus();
    await page.keyboard.press("Enter");
    const told = await result(page);
    expect(told).toMatch(/^In five years Ghent goes from \d\d % to 100 % of what the median city has/);
    expect(await barriers(page)).toEqual([]);
    expect(await overflow(page)).toEqual([]);
    // The link carries her counts to a browser that never heard of Ghent.
    await page.waitForURL("**#s=*");
    const other = await visit(page.url().slice(siteUrl.length));
    await other.locator("[data-workbench][data-live]").waitFor();
    expect(await result(other)).toBe(told);
    // Her practices and her checklist.
    await page.goto(`${siteUrl}practices?city=own-city`);
    await page.getByText("Ghent (your numbers)").first().waitFor({ state: "attached" });
    await page.goto(`${siteUrl}recommendations?city=own-city`);
    await page.getByText(/Ghent/).first().waitFor({ state: "attached" });
  });
});
