import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

const open = suitePages(({ errors }) => expect(errors).toEqual([]));

/** Words as they stand, whatever breaks their lines. */
const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();

/** What a page says under a picture, paragraph by paragraph, without what it counts and folds away. */
const saidUnder = (page: Page, id: string) =>
  page
    .locator(`#${id}`)
    .evaluate((figure) =>
      [...figure.querySelectorAll(":scope > .words li, :scope > figcaption > p:not(.source)")]
        .map(({ textContent }) => textContent)
        .filter((words) => !/^\d+ of \d+ rows carr/.test(words)),
    );

/** Texts of an SVG that reach beyond its edge, and all its words; the picture is drawn in a page of its own. */
async function drawn(page: Page, svg: string): Promise<{ beyond: string[]; words: string }> {
  await page.setContent(`<!doctype html><body style="margin:0">${svg}`);
  return page.evaluate(() => {
    const picture = document.querySelector("svg")!;
    const edge = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll("text")].filter(({ textContent }) => textContent.trim());
    const beyond = texts.flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const inside =
        left >= edge.left && right <= edge.right && top >= edge.top - 1 && bottom <= edge.bottom + 1;
      return inside ? [] : [`“${text.textContent}” from ${left} to ${right} of ${edge.right} px`];
    });
    return { beyond, words: texts.map(({ textContent }) => textContent).join(" ") };
  });
}

describe.each([1280, 390])("a picture saved as SVG from a page %i px wide", (width) => {
  test.each([
    "",
    "funding",
    "partnerships",
    "initiatives",
    "scenarios",
    "compare?cities=lisbon,nairobi",
    "cities/lisbon",
  ])("of /%s has all its words within its edge, and says what the page says under it", async (path) => {
    let { page } = await open(path, { viewport: { width, height: 900 } });
    const { page: sheet } = await open("guide/");
    const ids = await page
      .locator("figure.figure:has(> .picture)")
      .evaluateAll((figures) => figures.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(0);
    for (const [i, id] of ids.entries()) {
      // Chromium drops what a page saves beyond ten files within a few seconds.
      if (i > 0 && i % 8 === 0) ({ page } = await open(path, { viewport: { width, height: 900 } }));
      const figure = page.locator(`#${id}`);
      await figure.scrollIntoViewIfNeeded();
      await page.locator(`#${id}[data-live]`).waitFor();
      const button = figure.locator(":scope > .menu").getByRole("button", { name: "SVG", exact: true });
      await button.waitFor();
      const waiting = page.waitForEvent("download");
      await button.click();
      const svg = readFileSync(await (await waiting).path(), "utf8");
      const { beyond, words } = await drawn(sheet, svg);
      expect.soft(beyond, id).toEqual([]);
      expect(words.length).toBeGreaterThan(100);
      for (const paragraph of await saidUnder(page, id))
        expect.soft(oneLine(words), id).toContain(oneLine(paragraph));
    }
  });
});
