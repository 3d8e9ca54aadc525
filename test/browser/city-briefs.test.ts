import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { pagesOf } from "../support/site/pages-of-site.js";
import { launchChromium } from "../../loaders/chromium.js";
import { readPdf, type Sheet } from "../support/browser/read-pdf.js";
import { openPage, siteUrl } from "../support/browser/site-server.js";

/** City briefs where only a browser can tell: on paper, live, and the index that sorts. */
const briefs = pagesOf(inject("siteFolder"))
  .map(({ path }) => path)
  .filter((path) => /^cities\/./.test(path));

/** CSS pixels of an A4 sheet less the margins of `brief-paper.css`. */
const sheet = {
  width: Math.floor(((210 - 2 * 11) / 25.4) * 96),
  height: Math.floor(((297 - 2 * 10) / 25.4) * 96),
};

describe("city briefs", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test("every city prints on at most two A4 sheets, both well filled, and no picture, item or row is cut", async () => {
    const { page, close } = await openPage(browser, "cities/", { viewport: sheet });
    expect(briefs.length).toBeGreaterThan(0);
    for (const path of briefs) {
      await page.goto(siteUrl + path, { waitUntil: "load" });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect.soft(pagesIn(pdf), `${path}: sheets`).toBeLessThanOrEqual(2);
      expect.soft(sizeOf(pdf), `${path}: A4`).toEqual([210, 297]);
      for (const [i, sheet] of readPdf(pdf).entries())
        expect.soft(filledPart(sheet), `${path}: sheet ${i + 1} is filled`).toBeGreaterThan(0.6);
      await page.emulateMedia({ media: "print" });
      expect.soft(await cutParts(page, sheet.height), path).toEqual([]);
      await page.emulateMedia({ media: null });
    }
    await close();
  }, 240_000);

  test("a sheet says when and from where it was printed, and which of how many it is; no type is under 7.5 points", async () => {
    const { page, close } = await openPage(browser, "cities/lisbon", { viewport: sheet });
    await page.clock.setFixedTime(new Date("2031-03-09T12:00:00Z"));
    await page.locator(".city-switch select:enabled").waitFor();
    const sheets = readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets).toHaveLength(2);
    const words = sheets.map((of) => of.words.map(({ text }) => text).join(" "));
    expect(words[0]).toContain(`Printed on 9 March 2031 from /cities/lisbon`);
    for (const [i, of] of sheets.entries()) {
      const foot = of.words.filter(({ y }) => y > of.height - marginPoints);
      expect(foot.map(({ text }) => text).join("")).toContain(`Page ${i + 1} of 2`);
      expect(Math.min(...of.words.map(({ size }) => size))).toBeGreaterThanOrEqual(7.49);
    }
    // What can only be pressed is not on paper.
    for (const gone of ["Contents", "another city", "Make Lisbon my city"])
      expect(words.join(" ")).not.toContain(gone);
    // What matters most stands on the first sheet.
    for (const first of ["What Lisbon has less of than others", "Five practices worth a look"])
      expect(words[0]!.replace(/\s+/g, " ")).toContain(first);
    await close();
  });

  test("the button prints", async () => {
    const { page, errors, close } = await openPage(browser, "cities/amman");
    await page.locator(".city-switch select:enabled").waitFor();
    await page.evaluate(() => {
      window.print = () => (document.documentElement.dataset.printedTimes = "once");
    });
    await page.getByRole("button", { name: "Print", exact: true }).press("Enter");
    expect(await page.locator("html").getAttribute("data-printed-times")).toBe("once");
    expect(errors).toEqual([]);
    await close();
  });

  test("the brief of another city is chosen with the keyboard, and opens at the same part", async () => {
    const { page, errors, close } = await openPage(browser, "cities/nairobi");
    const choice = page.getByRole("combobox", { name: "Brief of" });
    await page.locator(".city-switch select:enabled").waitFor();
    expect(await choice.locator("option", { hasText: "Nairobi" }).count()).toBe(0);
    expect(await choice.locator("option").count()).toBe(briefs.length);
    await page
      .getByRole("navigation", { name: "Contents" })
      .getByRole("link", { name: "Statistics" })
      .press("Enter");
    await page.waitForURL(`${siteUrl}cities/nairobi#brief-statistics`);
    // Nothing chosen: nothing happens, and the list has the keyboard.
    await page.getByRole("button", { name: "Go", exact: true }).press("Enter");
    expect(await choice.evaluate((select) => select === document.activeElement)).toBe(true);
    await choice.press("L");
    await choice.press("i");
    await choice.press("s");
    expect(new URL(page.url()).pathname).toBe("/cities/nairobi");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${siteUrl}cities/lisbon#brief-statistics`);
    expect(await page.locator("#brief-statistics").isVisible()).toBe(true);
    await page.goBack();
    await page.waitForURL(`${siteUrl}cities/nairobi#brief-statistics`);
    expect(errors).toEqual([]);
    await close();
  });

  test("without scripts: contents and reasons are there, and nothing to press that no script answers", async () => {
    const { page, close } = await openPage(browser, "cities/lisbon", { javaScriptEnabled: false });
    expect(
      await page.getByRole("navigation", { name: "Contents" }).getByRole("link").count(),
    ).toBeGreaterThan(8);
    expect(await page.getByRole("button", { name: /^(Print|Go)$/ }).count()).toBe(0);
    await page.getByRole("link", { name: "Scenario for this city" }).waitFor();
    await close();
  });

  test("the check for cut parts finds one that is too high and one that is too wide", async () => {
    const { page, close } = await openPage(browser, "cities/nairobi", { viewport: sheet });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("#brief-coverage")!.style.height = "2000px";
      document.querySelector<HTMLElement>("#brief-partnerships svg")!.style.width = "900px";
    });
    expect((await cutParts(page, sheet.height)).join()).toMatch(
      /brief-coverage.*high.*brief-partnerships.*wide/,
    );
    await close();
  });

  test("a live figure keeps the city's rows: menu, query, link and address", async () => {
    const { page, errors, close } = await openPage(browser, "cities/nairobi");
    const figure = page.locator("#brief-coverage");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("#brief-coverage[data-live]").waitFor();
    const label = await figure.locator("svg").getAttribute("aria-label");
    expect(label).toContain("Bars of initiatives in Nairobi by dimension");
    expect(label).toContain("political 2");
    const saved = page.waitForEvent("download");
    await figure.getByRole("button", { name: "CSV" }).click();
    expect((await saved).suggestedFilename()).toMatch(/^brief-coverage-nairobi-[0-9a-f]{8}\.csv$/);
    await figure.locator(".figure-sql summary").click();
    expect(await figure.locator(".figure-sql code").innerText()).toContain("c.city_id = 'nairobi'");
    await figure.getByRole("button", { name: "Run here" }).click();
    await figure.getByText(/^5 rows.*as many as the figure draws/).waitFor({ timeout: 60_000 });
    expect(new URL(page.url()).search).toBe("");
    expect(errors).toEqual([]);
    await close();
  }, 90_000);

  test("the index sorts by its headings, and an address shows the same order", async () => {
    const { page, errors, close } = await openPage(browser, "cities/?sort=-initiatives");
    const first = page.locator("#city-index .figure-table tbody tr").first();
    await page.locator("#city-index th[aria-sort=descending]").waitFor();
    expect(await first.innerText()).toContain("São Paulo");
    await page.getByRole("button", { name: /^Practices/ }).click();
    expect(new URL(page.url()).search).toBe("?sort=practices");
    expect(await page.locator("#city-index th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
    await page.getByRole("link", { name: "Nairobi" }).first().click();
    await page.waitForURL(`${siteUrl}cities/nairobi`);
    expect(errors).toEqual([]);
    await close();
  });
});

/** Sheets of a PDF: its page objects, which Chromium does not compress. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Width and height of the first sheet, in millimetres. */
function sizeOf(pdf: Buffer): number[] {
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf.toString("latin1"));
  return [box?.[1], box?.[2]].map((points) => Math.round((Number(points) / 72) * 25.4));
}

/** Points of the margin at the foot of a sheet, where the number of the page stands. */
const marginPoints = (10 / 25.4) * 72;

/** How far down its own part a sheet has words, from 0 to 1. */
function filledPart({ words, height }: Sheet): number {
  const own = words.map(({ y }) => y).filter((y) => y < height - marginPoints);
  return (Math.max(...own) - marginPoints) / (height - 2 * marginPoints);
}

/**
 * Parts of a brief in print that a break could cut, that no sheet can hold, or that are wider than their column. A list
 * or table may go on in the next column; its items and rows may not be cut, and its heading stays with them.
 */
function cutParts(page: Page, most: number): Promise<string[]> {
  return page.evaluate((most) => {
    const faults: string[] = [];
    for (const part of document.querySelectorAll<HTMLElement>(".city-brief > :is(figure, section)")) {
      const name = part.id || part.className;
      const whole = part.querySelector(".picture")
        ? [part]
        : [...part.querySelectorAll<HTMLElement>("h2, figcaption, p, li, tr")];
      if (!whole.length || whole.some((node) => getComputedStyle(node).breakInside !== "avoid"))
        faults.push(`${name} may be cut`);
      if (getComputedStyle(part.querySelector("h2")!).breakAfter !== "avoid")
        faults.push(`${name} may lose its heading`);
      const { right } = part.getBoundingClientRect();
      for (const node of whole) {
        const { height } = node.getBoundingClientRect();
        if (height > most) faults.push(`${name} is ${height} px high`);
      }
      const wide = [...part.querySelectorAll("table, svg, p, li")].find(
        (node) => node.getBoundingClientRect().right > right + 1,
      );
      if (wide) faults.push(`${name} has ${wide.localName} too wide`);
    }
    return faults;
  }, most);
}
