import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { builtReports, eachReport, type BuiltReport } from "../support/browser/built-reports.js";
import { markFigures, sheetsOfFigures } from "../support/browser/figure-marks.js";
import { trimmed } from "../support/browser/figure-parts.js";
import { readPdf, type Sheet } from "../support/browser/read-pdf.js";
import { suitePages } from "../support/browser/site-server.js";
import { smallPrint } from "../support/browser/small-print.js";

/** The published reports on paper, as the browser prints them: see `report-print.css`. What no report has is in `parts`. */
const open = suitePages();
/** CSS pixels of a sheet of A4 less the margins of reports. */
const sheet = {
  width: Math.floor(((210 - 2 * 13) / 25.4) * 96),
  height: ((297 - 18 - 20) / 25.4) * 96,
};
const inks = { light: [27, 31, 36], dark: [232, 230, 225] };

async function visit(report: BuiltReport, colorScheme: "light" | "dark"): Promise<Page> {
  const { page } = await open(report.path, { colorScheme, viewport: { width: sheet.width, height: 1000 } });
  await page.waitForSelector("html[data-shown]");
  await page.waitForLoadState("networkidle");
  return page;
}

const printed = async (page: Page) =>
  readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
const lettersOf = (sheets: readonly Sheet[]) =>
  letters(sheets.flatMap(({ words }) => words.map(({ text }) => text)).join(""));
/** Words that are broken over lines are the same without their spaces, and letters that are set as one are two. */
const letters = (text: string) => text.normalize("NFKC").replace(/\s/g, "");
const sizesOf = (sheets: readonly Sheet[]) => sheets.flatMap(({ words }) => words.map(({ size }) => size));

describe.each(eachReport)("%s on paper", (_address, report) => {
  const { document } = report;

  test("is set in letters that are read, in the light palette also where the system is dark", async () => {
    const page = await visit(report, "dark");
    const sheets = await printed(page);
    const colours = sheets.flatMap(({ words }) => words.map(({ colour }) => colour));
    expect(colours).toContainEqual(inks.light);
    expect(colours).not.toContainEqual(inks.dark);
    expect(Math.min(...sizesOf(sheets))).toBeGreaterThanOrEqual(7.49);
    await page.emulateMedia({ media: "print" });
    expect(await smallPrint(page)).toEqual([]);
    const ofText = await page
      .locator("main > p, main > .claim, .abstract, main > :is(ul, ol):not(.references) > li")
      .evaluateAll((places) => places.map((place) => parseFloat(getComputedStyle(place).fontSize) * 0.75));
    expect(ofText.length).toBeGreaterThan(15);
    expect(Math.min(...ofText)).toBeGreaterThanOrEqual(9);
  });

  test("cuts no figure that a sheet holds", async () => {
    const page = await visit(report, "light");
    const marked = await markFigures(page, sheet.height);
    expect(marked).toBeGreaterThan(2);
    const figures = sheetsOfFigures(await printed(page));
    expect(figures).toHaveLength(marked);
    expect(figures.filter(({ from, to }) => from !== to || from === 0)).toEqual([]);
  });

  test("has the table of a picture that no sheet holds, row by row", async () => {
    const page = await visit(report, "light");
    await page.emulateMedia({ media: "print" });
    const heights = await page
      .locator(".picture svg:visible")
      .evaluateAll((pictures) => pictures.map((picture) => picture.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(2);
    expect(Math.max(...heights)).toBeLessThan(sheet.height - 100);
    const cells = await page
      .locator(".higher-than-sheet .figure-table tbody :is(td, th)")
      .evaluateAll((all) => all.map((one) => one.textContent));
    expect(cells.length > 0).toBe(document.querySelector(".higher-than-sheet") !== null);
    const all = lettersOf(await printed(page));
    expect(cells.filter((cell) => !all.includes(letters(cell)))).toEqual([]);
  });

  test("takes as many sheets as its text needs, each with its number", async () => {
    const sheets = await printed(await visit(report, "light"));
    // The shortest report has 4,000 words with its queries and eight figures; the longest half as many again.
    expect(sheets.length).toBeGreaterThanOrEqual(6);
    expect(sheets.length).toBeLessThanOrEqual(30);
    for (const [i, one] of sheets.entries())
      expect(lettersOf([one])).toContain(`Page${i + 1}of${sheets.length}`);
  });

  test("has every sentence with its query on sheets of their own, notes, and where links lead", async () => {
    const page = await visit(report, "light");
    const sheets = await printed(page);
    const all = lettersOf(sheets);
    const head = letters(trimmed(document.querySelector(".query-appendix h2")));
    const first = sheets.findIndex((one) => lettersOf([one]).includes(head));
    expect(first).toBeGreaterThan(2);
    expect(lettersOf([sheets[first - 1]!])).not.toContain("arg_max(");
    const appendix = lettersOf(sheets.slice(first));
    const entries = [...document.querySelectorAll(".query-appendix li")];
    expect(entries).toHaveLength(document.querySelectorAll(".claim").length);
    for (const entry of entries) {
      expect(appendix).toContain(letters(trimmed(entry.querySelector("p"))).slice(0, 60));
      expect(trimmed(entry.querySelector("code"))).toMatch(/select|[a-z-]+ /);
    }
    for (const note of document.querySelectorAll(".footnotes li p"))
      expect(all).toContain(letters(trimmed(note)).slice(0, 60));
    const out = [...document.querySelectorAll('main > p a[href^="http"]')].map((link) =>
      link.getAttribute("href")!,
    );
    for (const address of out) expect(all).toContain(letters(`(${address})`));
    for (const work of document.querySelectorAll(".references li"))
      expect(all).toContain(letters(trimmed(work)).slice(0, 40));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("main button:visible:not(th *)").allInnerTexts()).toEqual([]);
    for (const gone of ["BibTeX", "@techreport", "Copylink", "↩"]) expect(all).not.toContain(gone);
  });
});

test("reports keep their queries off the screen", async () => {
  for (const report of builtReports) {
    const { page } = await open(report.path);
    expect(await page.locator(".query-appendix").isVisible()).toBe(false);
    expect(await page.locator(".query-appendix").count()).toBe(1);
  }
});
