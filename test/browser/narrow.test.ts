import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../loaders/chromium.js";
import { openPage, siteUrl, type WatchedPage } from "../support/browser/site-server.js";
import { overflow, placesTooNarrow } from "../support/browser/width.js";

const long = "w".repeat(100);

/** What readers type, keep and put into addresses, in words without an end, on the smallest phone. */
describe("at 320, 360 and 390 px nothing scrolls sideways", () => {
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(() => watched.close());

  async function visit(path: string, live: string) {
    watched = await openPage(browser, path, { viewport: { width: 390, height: 800 } });
    ({ page } = watched);
    page.setDefaultTimeout(30_000);
    await page.locator(`${live}[data-live]`).waitFor();
  }
  async function fits(what: string) {
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await overflow(page), `${what}, ${width} px`).toEqual([]);
    }
  }
  const unfold = () =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });

  test("on /practices with a search of a hundred letters, with filters, and with a long shortlist", async () => {
    await visit(`practices?q=${long}&dimension=social&city=lisbon`, "[data-practices]");
    await fits("nothing found, and what to loosen");
    expect(await placesTooNarrow(page)).toEqual([]);
    await page.getByRole("searchbox", { name: "Search practices" }).fill(`${long} language ${long}`);
    await fits("words to take away");
    await page.evaluate((long) => {
      localStorage.setItem("arrivals-shortlist", JSON.stringify([long, "lisbon-cnai", `${long}-`]));
    }, long);
    await page.goto(`${siteUrl}practices?city=${long}&sort=${long}&x=${long}#${long}`);
    await page.locator("[data-practices][data-live]").waitFor();
    await unfold();
    await fits("a shortlist of long names, and notices of the address");
    await page.evaluate((long) => localStorage.setItem("arrivals-shortlist", `{${long}${long}`), long);
    await page.reload();
    await page.getByText("cannot be read as a whole").waitFor();
    await fits("a shortlist that cannot be read");
  });

  test("on /compare and /funding with addresses that make no sense", async () => {
    await visit(`compare?cities=${long},${long}`, "figure");
    await fits("compare");
    await page.goto(`${siteUrl}funding?currency=${long}&${long}=${long}`);
    await page.locator("main .notice").first().waitFor();
    await fits("funding");
  });

  test("on /recommendations with a long name of a place, long notes, and marks that cannot be read", async () => {
    await visit(`recommendations?city=another-place&place=${"W".repeat(60)}`, "[data-checklist]");
    const note = page.getByRole("textbox", { name: /^Note/ }).first();
    if (await note.count()) await note.fill("W".repeat(200));
    await unfold();
    await fits("a long place");
    expect(await placesTooNarrow(page)).toEqual([]);
    await page.evaluate((long) => localStorage.setItem("arrivals-marks/lisbon", `{${long}${long}`), long);
    await page.goto(`${siteUrl}recommendations?city=lisbon`);
    await page.getByText("cannot be read as a whole").waitFor();
    await fits("marks that cannot be read");
  });

  test("on /scenarios with long names of saved scenarios, and links that cannot be opened", async () => {
    await visit(`scenarios?preset=${long}#s=${long}`, "[data-workbench]");
    await fits("a link that cannot be opened");
    await unfold();
    for (const name of ["W".repeat(80), "v".repeat(80)]) {
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
      await page.keyboard.press("Enter");
      await page.getByText(`Saved as “${name}”`).waitFor();
      await page.getByRole("checkbox", { name: `Compare ${name}` }).check();
    }
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.locator(".compare-table").waitFor();
    await page.getByRole("button", { name: /^Rename v/ }).click();
    await fits("saved scenarios, side by side");
    await page.goto(`${siteUrl}scenarios?adopt=${long},${long}&city=${long}`);
    await page.locator(".scenario-notice").waitFor();
    await fits("an address that adopts what there is not");
  });
});
