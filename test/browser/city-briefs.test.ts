import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { pagesOf } from "../support/site/pages-of-site.js";
import { launchChromium } from "../support/browser/chromium.js";
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

  test("every city prints on at most two A4 sheets, and no part of it is cut", async () => {
    const { page, close } = await openPage(browser, "cities/", { viewport: sheet });
    expect(briefs.length).toBeGreaterThan(0);
    for (const path of briefs) {
      await page.goto(siteUrl + path, { waitUntil: "load" });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect.soft(pagesIn(pdf), `${path}: sheets`).toBeLessThanOrEqual(2);
      expect.soft(sizeOf(pdf), `${path}: A4`).toEqual([210, 297]);
      await page.emulateMedia({ media: "print" });
      expect.soft(await cutParts(page, sheet.height), path).toEqual([]);
      await page.emulateMedia({ media: null });
    }
    await close();
  }, 240_000);

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

/** Parts of a brief in print that a break could cut, that no sheet can hold, or that are wider than their column. */
function cutParts(page: Page, most: number): Promise<string[]> {
  return page.evaluate((most) => {
    const faults: string[] = [];
    for (const part of document.querySelectorAll<HTMLElement>(".city-brief > :is(figure, section)")) {
      const name = part.id || part.className;
      if (getComputedStyle(part).breakInside !== "avoid") faults.push(`${name} may be cut`);
      const { height, right } = part.getBoundingClientRect();
      if (height > most) faults.push(`${name} is ${height} px high`);
      const wide = [...part.querySelectorAll("table, svg, p, li")].find(
        (node) => node.getBoundingClientRect().right > right + 1,
      );
      if (wide) faults.push(`${name} has ${wide.localName} too wide`);
    }
    return faults;
  }, most);
}
