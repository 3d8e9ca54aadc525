import type { Page } from "playwright-core";
import type { Sheet } from "./read-pdf.js";

/**
 * Marks begin and end of every figure in words that take no room, so that they are found on its sheets. Tables that are
 * figures go on from sheet to sheet, and so has a picture that is higher than any.
 * @param page as wide as the sheet
 * @param most height of a sheet less its margins, in CSS pixels
 * @returns how many figures are marked
 */
export async function markFigures(page: Page, most: number): Promise<number> {
  await page.emulateMedia({ media: "print" });
  return page.evaluate((most) => {
    const figures = [...document.querySelectorAll<HTMLElement>("figure")].filter(
      (figure) =>
        !figure.matches(".table-only") &&
        figure.checkVisibility() &&
        figure.getBoundingClientRect().height <= most,
    );
    figures.forEach((figure, i) => {
      figure.style.position = "relative";
      for (const [words, edge] of [
        [`Figure${i}From`, "top"],
        [`Figure${i}To`, "bottom"],
      ] as const) {
        const mark = document.createElement("i");
        mark.textContent = words;
        mark.style.cssText = `position:absolute;${edge}:0;left:0;font:1px/1 sans-serif;white-space:nowrap`;
        figure.append(mark);
      }
    });
    return figures.length;
  }, most);
}

/** Sheets, from 1, on which each marked figure begins and ends; those that are not printed are left out. */
export function sheetsOfFigures(sheets: readonly Sheet[]): { from: number; to: number }[] {
  const found = new Map<string, { from: number; to: number }>();
  sheets.forEach(({ words }, i) => {
    const text = words.map((run) => run.text).join(" ");
    for (const [, name, end] of text.matchAll(/Figure(\d+)(From|To)/g)) {
      const place = found.get(name!) ?? { from: 0, to: 0 };
      found.set(name!, { ...place, [end === "From" ? "from" : "to"]: i + 1 });
    }
  });
  return [...found.values()];
}
