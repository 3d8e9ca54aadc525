import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium } from "../../loaders/chromium.js";
import { openPage } from "../support/browser/site-server.js";
import { readPdf } from "../support/browser/read-pdf.js";
import { smallPrint } from "../support/browser/small-print.js";
import { pagesOf } from "../support/site/pages-of-site.js";

/** CSS pixels of an A4 sheet less its margins, by the kind of page. */
const across = (margin: number) => ({ width: Math.floor(((210 - 2 * margin) / 25.4) * 96), height: 1050 });
const margins = { report: 13, brief: 11, checklist: 15, page: 10 };
const sheetOf = (path: string) => across(margins[kindOf(path)]);
function kindOf(path: string): keyof typeof margins {
  if (/^reports\/./.test(path)) return "report";
  if (/^cities\/./.test(path)) return "brief";
  return path === "recommendations" ? "checklist" : "page";
}

const paths = pagesOf(inject("siteFolder")).map(({ path }) => path);

describe("on paper no word is smaller than 7.5 points", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function printed(path: string, prepare: (page: Page) => Promise<unknown> = async () => {}) {
    const { page, close } = await openPage(browser, path, { viewport: sheetOf(path) });
    await prepare(page);
    await page.emulateMedia({ media: "print" });
    expect.soft(await smallPrint(page), path).toEqual([]);
    await close();
  }

  test("on every page, each city brief among them", async () => {
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) await printed(path);
  }, 240_000);

  test("of the recommendations of a city that is marked, and of a shortlist", async () => {
    await printed("recommendations?city=lisbon", async (page) => {
      await page.locator("[data-checklist][data-live]").waitFor();
      await page.locator("#com-local-05").getByRole("radio", { name: "not yet", exact: true }).check();
      await page.locator("#com-local-05 .ideas li").first().waitFor();
    });
    await printed("practices?q=language&city=lisbon", async (page) => {
      await page.locator("[data-practices][data-live]").waitFor();
      await page
        .getByRole("button", { name: /shortlist/i })
        .first()
        .click();
    });
  }, 60_000);

  test.each(["cities/lisbon", "initiatives", "compare", "scenarios"])(
    "of %s with queries, citations and texts to copy open, which stay on the screen",
    async (path) => {
      await printed(path, async (page) => {
        await openAll(page);
        await page.emulateMedia({ media: "print" });
        for (const only of [".figure-sql", ".cite", ".to-copy", ".query-runner"])
          for (const place of await page.locator(only).all()) expect(await place.isVisible()).toBe(false);
      });
    },
    60_000,
  );

  test("of a brief with all that open, on the sheets that it takes without", async () => {
    const { page, close } = await openPage(browser, "cities/lisbon", { viewport: sheetOf("cities/lisbon") });
    const sheets = async () => readPdf(await page.pdf({ preferCSSPageSize: true })).length;
    expect(await sheets()).toBe(2);
    await openAll(page);
    expect(await sheets()).toBe(2);
    await close();
  }, 60_000);

  test("of a scenario without its brief, live", async () => {
    await printed("scenarios", (page) => page.locator("[data-workbench][data-live]").waitFor());
  }, 60_000);

  test.each([390, 480, 718, 1100, 1280, 1600])(
    "of a scenario whose pictures were drawn for a screen of %d px",
    async (width) => {
      const { page, close } = await openPage(browser, "scenarios", { viewport: { width, height: 900 } });
      await page.locator("[data-workbench][data-live]").waitFor();
      await page.getByRole("slider", { name: "Public funding, Rotterdam", exact: true }).press("Home");
      await page.locator('.result[aria-busy="false"]').waitFor();
      await page.locator("#inequality").scrollIntoViewIfNeeded();
      await page.waitForTimeout(500);
      // Paper is laid out with the pictures as they are: nothing follows its width.
      await page.evaluate(() => {
        for (const picture of document.querySelectorAll<HTMLElement>(".scenario-figure .picture")) {
          const still = picture.cloneNode(true);
          picture.replaceWith(still);
        }
      });
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(sheetOf("scenarios"));
      expect(await smallPrint(page)).toEqual([]);
      await close();
    },
    60_000,
  );

  test("of a plan that was tested: pictures, tables with their names, and what was folded", async () => {
    const { page, close } = await openPage(browser, "scenarios", { viewport: { width: 1280, height: 900 } });
    await page.locator("[data-workbench][data-live]").waitFor();
    const section = page.locator("#best-use");
    await section.getByRole("button", { name: "Find best use" }).click();
    await section.getByText("How sure is this plan?").click();
    await section.getByRole("button", { name: "Test the plan" }).click();
    await page.locator("#best-use-worth svg").waitFor({ timeout: 60_000 });
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize(sheetOf("scenarios"));
    expect(await smallPrint(page)).toEqual([]);
    for (const figure of ["#best-use-regret", "#best-use-overturning", "#best-use-worth"])
      expect(await section.locator(`${figure} svg`).isVisible()).toBe(true);
    const named = section.locator(".robust-table th", { hasText: "Cost of an initiative" }).first();
    expect(await named.getByRole("button").isVisible()).toBe(true);
    expect(await section.getByText("Regret is what the best of all these plans brings").isVisible()).toBe(
      true,
    );
    for (const name of ["Test the plan", "CSV: plans compared"])
      expect(await section.getByRole("button", { name, includeHidden: true }).isVisible()).toBe(false);
    await close();
  }, 60_000);

  test("the check finds a small word, one in a picture that is made smaller, and a page that is too wide", async () => {
    const { page, close } = await openPage(browser, "cities/nairobi", { viewport: across(11) });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("h1")!.style.fontSize = "7pt";
      document.querySelector<HTMLElement>("#brief-coverage .picture")!.style.width = "100px";
      document.querySelector<HTMLElement>(".brief-opening")!.style.width = "900px";
    });
    expect((await smallPrint(page)).join()).toMatch(
      /page is \d+ px wide.*h1#.*9\.3 px.*text#.*brief-coverage/,
    );
    await close();
  });
});

/** Opens of every figure the query with its editor, the citation, and a text to copy. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new Error("refused"));
    Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
  });
  await page.locator(".menu > button", { hasText: "Cite" }).first().waitFor({ state: "attached" });
  await page.evaluate(() => {
    for (const sql of document.querySelectorAll<HTMLDetailsElement>(".figure-sql")) sql.open = true;
    for (const name of ["Copy link", "Cite"])
      for (const button of document.querySelectorAll<HTMLElement>(".menu > button"))
        if (button.textContent === name) button.click();
  });
  await page.locator(".cite").first().waitFor({ state: "attached" });
  if (await page.locator(".figure-sql").count())
    await page.locator(".query-runner").first().waitFor({ state: "attached" });
}
