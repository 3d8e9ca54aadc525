import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { setAsideWords } from "../../src/scenario/set-aside-words.js";
import { fault } from "../support/browser/fault.js";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { suitePages, siteUrl, type WatchedPage } from "../support/browser/site-server.js";
import { model } from "../support/model/real-model.js";

describe("practices adopted in the workbench", () => {
  const open = suitePages();

  async function visit(path: string, width = 1280): Promise<WatchedPage> {
    const watched = await open(path, { viewport: { width, height: 900 } });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-workbench][data-live]").waitFor();
    return watched;
  }
  /** The words of the region once the ranges have come. */
  async function result(page: Page): Promise<string> {
    await page.locator('.result[aria-busy="false"]').waitFor();
    return (await page.getByRole("status", { name: "Result" }).innerText()).replace(/\s+/g, " ");
  }

  test("an address that adopts keeps its question while the register is missing, and a reload answers it", async () => {
    const watched = await open("");
    const { page } = watched;
    page.setDefaultTimeout(30_000);
    const query = "scenarios?adopt=barcelona-anti-rumour-strategy&city=lisbon";
    const arrive = await fault(page, "**/data/adoptable.json*", (route) => route.fulfill({ status: 503 }));
    await page.goto(siteUrl + query);
    await page
      .getByRole("alert")
      .getByText(/register of practices did not arrive/)
      .waitFor();
    expect(page.url()).toBe(siteUrl + query);
    arrive();
    await page.reload();
    await page.locator(".adopted").waitFor();
    await page.waitForURL(/#s=/);
  });

  test("the page is live while the register is stalled; what adopts waits for it, and is there when it comes", async () => {
    const watched = await open("");
    const { page, errors } = watched;
    page.setDefaultTimeout(30_000);
    let comes = () => {};
    const stalled = new Promise<void>((resolve) => (comes = resolve));
    await page.route("**/data/adoptable.json*", async (route) => {
      await stalled;
      await route.continue();
    });
    await page.goto(`${siteUrl}scenarios?adopt=barcelona-anti-rumour-strategy&city=lisbon`);
    const coming = page
      .locator(".lever-group.practice")
      .getByText("The register of practices is still coming…");
    await coming.waitFor();
    await page.getByRole("slider", { name: "Public funding, Rotterdam", exact: true }).press("Home");
    expect(await result(page)).toContain("Only Rotterdam changes");
    await page.waitForURL(/\?adopt=barcelona-anti-rumour-strategy&city=lisbon#s=/);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("this would be without them").waitFor();
    await page.keyboard.press("Escape");
    comes();
    await page.locator(".adopted").waitFor();
    expect(await coming.count()).toBe(0);
    await page.waitForURL(/\/scenarios#s=/);
    // The worker that ranges come from knows the practices too.
    expect(await result(page)).toMatch(/Lisbon/);
    await page.getByText(/^2 levers changed$/).waitFor();
    await page
      .locator(".moved-list")
      .getByText(/of coverage/)
      .last()
      .waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Rumours");
    await page.keyboard.press("Enter");
    await page.getByText("Saved as “Rumours”").waitFor();
    const link = page.url();

    // A link and a saved scenario that adopt wait too; “Try again” brings them without a reload.
    const mend = await fault(page, "**/data/adoptable.json*", (route) => route.fulfill({ status: 503 }));
    await page.goto(`${siteUrl}404`);
    await page.goto(link);
    await page
      .getByRole("alert")
      .getByText(/register of practices did not arrive/)
      .waitFor();
    await page.locator(".saved > summary").click();
    expect(await page.locator(".saved-list > li").innerText()).toContain(
      "waits for the register of practices",
    );
    await page.getByRole("slider", { name: "Public funding, Nairobi", exact: true }).press("Home");
    expect(await result(page)).toContain("Only Nairobi changes");
    expect(page.url()).toBe(link);
    mend();
    await page.locator(".scenario-notice").getByRole("button", { name: "Try again" }).click();
    await page.locator(".adopted").waitFor();
    expect(page.url()).toBe(link);
    await page.getByRole("button", { name: "Open Rumours" }).waitFor();
    await page.getByText("What you had changed until then comes back with “Undo”.").waitFor();
    expect(errors.filter((error) => !error.includes("503") && !error.includes("404"))).toEqual([]);
  });

  test("by keyboard for Auckland's political gap: coverage rises, and the link shows the same in a fresh browser", async () => {
    const { page, errors } = await visit("scenarios", 360);
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption("auckland");
    await page.getByText("Add practices for this gap").press("Enter");
    const gap = page.getByRole("group", { name: "political: 0 of 1 at the mapping" });
    expect(await gap.innerText()).toContain("political: Auckland has none");
    const adopt = page.getByRole("button", { name: /^Adopt .+ in Auckland$/ }).first();
    await adopt.press("Enter");
    expect(await adopt.getAttribute("aria-pressed")).toBe("true");
    expect(await adopt.evaluate((made) => made === document.activeElement)).toBe(true);
    const words = await result(page);
    expect(words).toMatch(/Auckland goes from 68 % to 88 % of what the median city has/);
    await page.getByText(/^1 lever changed$/).waitFor();
    expect(await page.locator(".moved-list").innerText()).toMatch(
      /^Practice .+, Auckland: adopted[^+]*\+20\.0 points of coverage/,
    );
    await page.waitForURL(/#s=/);
    const again = await visit(page.url().slice(siteUrl.length));
    expect(await result(again.page)).toBe(words);
    expect(await again.page.locator(".adopted").innerText()).toContain("From Breda");
    await page.locator(".adopted .timing > summary").press("Enter");
    await page.getByRole("spinbutton", { name: /^Starts/ }).fill("6");
    await page.keyboard.press("Enter");
    expect(await result(page)).toContain("stays at 68 %");
    await page.getByRole("button", { name: /^Remove Practice .+, Auckland$/ }).press("Enter");
    expect(await page.getByText("No practice is adopted in Auckland.").isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(errors).toEqual([]);
  });

  test("without the register the page says so and keeps every other lever", async () => {
    const watched = await open("scenarios?adopt=lisbon-cnai&city=auckland", {}, (page) =>
      page.route("**/data/adoptable.json", (route) => route.fulfill({ status: 404, body: "" })),
    );
    const { page } = watched;
    await page.locator("[data-workbench][data-live]").waitFor();
    expect(await page.getByRole("alert").first().innerText()).toContain(
      "register of practices did not arrive",
    );
    await page.getByRole("slider", { name: "Public funding, Rotterdam", exact: true }).press("Home");
    expect(await result(page)).toContain("Only Rotterdam changes");
  });

  test("an address that asks for a practice which cannot be adopted is told its name and why", async () => {
    const [id, { name, why }] = [...model.setAside!].at(-1)!;
    const { page, errors } = await visit(`scenarios?adopt=${id},nonsense&city=auckland`);
    const notice = page.locator(".scenario-notice");
    await notice.waitFor();
    const words = await notice.innerText();
    expect(words).toContain(`“${name}” ${setAsideWords[why]}: it was not adopted.`);
    expect(words).toContain("“nonsense” is not in the register");
    expect(words).not.toContain(id);
    expect(errors).toEqual([]);
  });

  test("from the finder's address, as one step of undo; then the address is the scenario's link", async () => {
    const { page, errors } = await visit(
      "scenarios?adopt=barcelona-anti-rumour-strategy,lisbon-cnai,nonsense&city=auckland",
    );
    await page.locator(".adopted").nth(1).waitFor();
    expect(await page.locator(".adopted").count()).toBe(2);
    expect(await page.locator(".scenario-notice").innerText()).toContain("“nonsense” is not in the register");
    await page.waitForURL(/\/scenarios#s=/);
    const words = await result(page);
    const link = page.url();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect.soft(await barriers(page), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await barriers(page, colourRules), "dark").toEqual([]);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    expect(await page.locator(".adopted").count()).toBe(0);
    expect(await result((await visit(link.slice(siteUrl.length))).page)).toBe(words);
    expect(errors).toEqual([]);
  });
});
