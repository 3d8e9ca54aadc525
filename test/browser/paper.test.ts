import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { markFigures, sheetsOfFigures } from "../support/browser/figure-marks.js";
import { readPdf } from "../support/browser/read-pdf.js";
import { suitePages } from "../support/browser/site-server.js";

/** What a sheet of paper has of a page, printed by the browser's own way. */
const open = suitePages();
/** CSS pixels of a sheet of A4 less its margins: see `print.css`. */
const sheetHeight = ((297 - 12 - 14) / 25.4) * 96;

const printed = async (page: Page) =>
  readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));

test.each(["", "compare", "cities/lisbon", "partnerships", "funding", "scenarios"])(
  "no figure of /%s that a sheet can hold is cut by its end",
  async (path) => {
    const { page } = await open(path, { viewport: { width: 718, height: 1050 } });
    await page.waitForSelector("html[data-shown]");
    await page.waitForLoadState("networkidle");
    const marked = await markFigures(page, sheetHeight);
    expect(marked).toBeGreaterThan(0);
    const figures = sheetsOfFigures(await printed(page));
    expect(figures.length).toBe(marked);
    expect(figures.filter(({ from, to }) => from !== to || from === 0)).toEqual([]);
  },
);

test("a page that has come prints as it should without a network, and without scripts names the notebook", async () => {
  const { page } = await open("guide/deploy", { javaScriptEnabled: false });
  await page.context().setOffline(true);
  const [first] = await printed(page);
  const foot = first!.words.filter(({ y }) => y > first!.height - 45);
  const words = foot.map(({ text }) => text.trim());
  expect(words).toContain("Arrivals");
  expect(words.join(" ")).toMatch(/Page 1 of/);
});
