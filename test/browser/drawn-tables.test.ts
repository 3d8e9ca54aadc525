import { expect, describe, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

/** Every heat map, and other tables drawn as pictures, by the page it stands on, and the choices that change its columns' names or numbers. */
const tables: [path: string, id: string][] = [
  ["", "coverage"],
  ["?measure=per-interview", "coverage"],
  ["partnerships", "partnership-matrix"],
  ["partnerships?share=city", "partnership-matrix"],
  ["partnerships", "sector-links"],
  ["practices", "practices-by-region"],
  ["funding", "programmes-table-1"],
  ["funding", "programmes-thp"],
  ["funding", "documented-amounts"],
  ["funding?currency=original", "documented-amounts"],
  ["funding", "unit-costs"],
];

describe.each([360, 1280])("the words of a heat map or a table of amounts, %i px wide", (width) => {
  const visit = suitePages();

  test.each(tables)("of /%s, #%s, stand clear of each other and inside the picture", async (path, id) => {
    const { page } = await visit(path, { viewport: { width, height: 800 } });
    const figure = page.locator(`#${id}`);
    await figure.scrollIntoViewIfNeeded();
    await figure.and(page.locator("[data-live]")).waitFor();
    const { boxes, outside } = await figure
      .locator(".picture svg:visible")
      .first()
      .evaluate((svg) => {
        const frame = svg.getBoundingClientRect();
        const boxes = [...svg.querySelectorAll("text")]
          .filter((text) => text.textContent.trim() && !text.closest("[aria-label=tip]"))
          .map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            return { words: text.textContent, left, right, top, bottom };
          });
        const outside = boxes
          .filter(({ left, right }) => left < frame.left - 1 || right > frame.right + 1)
          .map(({ words }) => words);
        return { boxes, outside };
      });
    expect(boxes.length).toBeGreaterThan(12);
    expect(outside).toEqual([]);
    // Two pixels between words of a line; lines of one cell may touch.
    const meeting = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > -2 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3,
        )
        .map((b) => `${a.words} | ${b.words}`),
    );
    expect(meeting).toEqual([]);
  });
});
