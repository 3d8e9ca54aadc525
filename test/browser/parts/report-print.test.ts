import { build } from "esbuild";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../../../loaders/chromium.js";
import { projectFolder } from "../../../loaders/site/paths.js";
import { markFigures, sheetsOfFigures } from "../../support/browser/figure-marks.js";
import { readPdf, type Sheet } from "../../support/browser/read-pdf.js";
import { smallPrint } from "../../support/browser/small-print.js";

/** A report on paper, with everything in it that a report may have. */
const sentence = "Cities count what they do for migrants, and leave out whom they did not ask. ";
const paragraph = `<p>${sentence.repeat(9)}</p>`;
const figure = (i: number) =>
  `<figure class="figure" id="f${i}"><h2>Figure title ${i}</h2><div class="picture"><svg viewBox="0 0 760 380" width="760"><rect width="760" height="380" fill="#1f5f8b"/><text y="20" font-size="11">label</text></svg></div><figcaption>Source: Table ${i}.</figcaption></figure>`;
const part = (i: number) =>
  `<h2 id="part-${i}">Part ${i} of the report</h2>${paragraph}<p>Leads into ${i}:</p>${figure(i)}${paragraph.repeat(1 + (i % 3))}<aside class="sidenote">A note beside part ${i}.</aside>`;
const report = `<header id="observablehq-header"><a class="brand">Arrivals</a></header><main class="observablehq" id="observablehq-main">
<h1>Where effort goes</h1><div class="report-head"><p class="report-by">Arrivals</p><p class="abstract">${sentence}</p>
<nav class="report-contents"><p>Contents</p><ol>${[1, 2, 3].map((i) => `<li><a href="#part-${i}">Part ${i}</a></li>`).join("")}</ol></nav></div>
<p>See <a href="https://a.example/x">the agency</a> and <a href="../cities/lisbon">Lisbon</a>.</p>
${Array.from({ length: 9 }, (_, i) => part(i)).join("")}
<section class="footnotes"><ol><li>A note at the end. <a class="footnote-backref" href="#fnref1">back up</a></li></ol></section>
<ul class="references"><li>A work. <a href="https://b.example/y">https://b.example/y</a></li></ul>
<section class="report-cite"><h2>How to cite</h2><p>Arrivals (2026).</p><details open><summary>BibTeX</summary><pre>@report</pre></details></section>
<section class="query-appendix"><h2>Queries</h2><ol><li><p>Most are social.</p><pre><code>select ${"dimension, ".repeat(60)}1</code></pre></li></ol></section></main>`;

describe("a report on paper", () => {
  let browser: Browser;
  let page: Page;
  let sheets: Sheet[];
  const width = Math.floor(((210 - 2 * 13) / 25.4) * 96);
  const height = ((297 - 18 - 20) / 25.4) * 96;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `@import "./style.css";@import "./reports/report-print.css";`,
        resolveDir: join(projectFolder, "src"),
        loader: "css",
      },
      bundle: true,
      write: false,
    });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width, height: 1000 }, colorScheme: "dark" });
    await page.setContent(
      `<!doctype html><html lang="en-GB"><meta name="color-scheme" content="light dark"><style>${outputFiles[0]!.text}</style><body>${report}`,
    );
    const marked = await markFigures(page, height);
    expect(marked).toBe(9);
    sheets = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  });
  afterAll(() => browser.close());

  const textOf = ({ words }: Sheet) =>
    words
      .map(({ text }) => text)
      .join(" ")
      .replace(/\s+/g, " ");
  const all = () => sheets.map(textOf).join(" ");

  test("cuts no figure", () => {
    const figures = sheetsOfFigures(sheets);
    expect(figures).toHaveLength(9);
    expect(new Set(figures.map(({ from }) => from)).size).toBeGreaterThan(2);
    expect(figures.filter(({ from, to }) => from !== to)).toEqual([]);
  });

  test("leaves no heading at the foot of a sheet, nor a line that leads into a figure", () => {
    for (const sheet of sheets) {
      const own = sheet.words.filter(({ y, text }) => y < sheet.height - 62 && !/^Figure\d/.test(text));
      const last = Math.max(...own.map(({ y }) => y));
      const line = own.filter(({ y }) => y > last - 3).map(({ text }) => text);
      expect(line.join(" ")).not.toMatch(/^(Part \d of|Leads into|Figure title|Contents|How to)/);
    }
  });

  test("tells text in 9 points or more, and nothing in less than 7.5, in the light palette", async () => {
    const ofText = sheets.flatMap(({ words }) => words).filter(({ text }) => text.includes("Cities count"));
    expect(ofText.length).toBeGreaterThan(20);
    for (const { size, colour } of ofText) {
      expect(size).toBeGreaterThanOrEqual(9);
      expect(colour).toEqual([27, 31, 36]);
    }
    // The marks of this test stand in less, and go.
    await page.evaluate(() => document.querySelectorAll("figure > i").forEach((mark) => mark.remove()));
    await page.emulateMedia({ media: "print" });
    expect(await smallPrint(page)).toEqual([]);
  });

  test("writes out where links lead that leave the site, and a work's own address once", () => {
    expect(all()).toContain("the agency (https://a.example/x)");
    expect(all()).not.toContain("cities/lisbon");
    expect(all().split("https://b.example/y")).toHaveLength(2);
  });

  test("has its queries on sheets of their own, notes in the text, and nothing to press", () => {
    const ofQueries = sheets.findIndex((sheet) => textOf(sheet).includes("select dimension"));
    expect(textOf(sheets[ofQueries]!)).not.toContain("How to cite");
    expect(all()).toContain("A note beside part 1.");
    for (const gone of ["BibTeX", "@report", "back up"]) expect(all()).not.toContain(gone);
  });

  test("numbers its sheets", () => {
    sheets.forEach((sheet, i) => expect(textOf(sheet)).toContain(`Page ${i + 1} of ${sheets.length}`));
    expect(sheets.length).toBeGreaterThan(4);
  });

  test("keeps its queries off the screen", async () => {
    await page.emulateMedia({ media: "screen" });
    expect(await page.locator(".query-appendix").isVisible()).toBe(false);
  });
});
