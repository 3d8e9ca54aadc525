import type { Page } from "playwright-core";

/**
 * Texts that stand on paper in less than 7.5 points, or 10 CSS pixels: of each kind of place the smallest. Words of
 * pictures count as large as the picture is drawn. First it is said where the page is wider than the sheet, for then the
 * printer makes all of it smaller.
 * @param page in print, its view as wide as the sheet
 */
export function smallPrint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = new Map<string, number>();
    if (scrollWidth > clientWidth + 1)
      found.set(`the page is ${scrollWidth} px wide, the sheet`, clientWidth);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const place = text.parentElement!;
      if (!text.data.trim() || place.closest("script, style, title, option, .unseen")) continue;
      range.selectNodeContents(text);
      if (!place.checkVisibility({ visibilityProperty: true }) || range.getClientRects().length === 0)
        continue;
      const matrix = place instanceof SVGGraphicsElement ? place.getScreenCTM() : null;
      const size =
        parseFloat(getComputedStyle(place).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
      if (size >= 9.95) continue;
      const kind = [place, place.parentElement!, place.closest("[id]")]
        .map((node) => `${node?.localName}#${node?.id}.${node?.getAttribute("class") ?? ""}`)
        .join(" in ");
      const before = found.get(kind);
      if (before === undefined || size < before) found.set(kind, size);
    }
    return [...found].map(([kind, size]) => `${kind}: ${size.toFixed(1)} px`);
  });
}
