import type { Page } from "playwright-core";

/** CSS pixels of a sheet's width. */
const a4 = (210 / 25.4) * 96;

/**
 * How wide the words of a page stand on paper, in CSS pixels: A4 less the margins that its stylesheets give the sheet, be
 * it every sheet or the kind that the page's body asks for. Pictures are drawn for the room they have on the screen.
 */
export async function paperWidth(page: Page): Promise<number> {
  const margins = await page.evaluate(() => {
    const kind = getComputedStyle(document.body).getPropertyValue("page");
    const found: Record<"left" | "right", string> = { left: "0", right: "0" };
    const read = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) read(rule.cssRules);
        if (!(rule instanceof CSSPageRule) || !["", kind].includes(rule.selectorText)) continue;
        const style = rule.style;
        if (style.marginLeft) found.left = style.marginLeft;
        if (style.marginRight) found.right = style.marginRight;
      }
    };
    for (const sheet of document.styleSheets) read(sheet.cssRules);
    const ruler = document.createElement("div");
    const widths = [found.left, found.right].map((width) => {
      ruler.style.width = width;
      document.body.append(ruler);
      return parseFloat(getComputedStyle(ruler).width) || 0;
    });
    ruler.remove();
    return widths.reduce((sum, width) => sum + width, 0);
  });
  return Math.floor(a4 - margins);
}
