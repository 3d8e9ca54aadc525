import type { Page } from "playwright-core";

/** Elements that make the page scroll sideways, the page itself first. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const scrolls = (node: Element) => !!node.parentElement?.closest(".scroll, .scroll-x, pre, svg");
    const wide = [...document.querySelectorAll("body *")].filter(
      (node) => node.getBoundingClientRect().right > clientWidth + 0.5 && !scrolls(node),
    );
    return [
      `the page is ${scrollWidth} px wide in a view of ${clientWidth} px`,
      ...wide
        .slice(0, 5)
        .map((node) => `${node.tagName.toLowerCase()}#${node.id}.${node.getAttribute("class") ?? ""}`),
    ];
  });
}

/**
 * Places where a word of 200 letters would make the page scroll sideways: each text of the page is put to the test, one
 * for each kind of place. Left out are the navigation, pictures and code, grades of evidence and, but for those of
 * figures, tables: their words are ours.
 */
export function placesTooNarrow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document;
    const before = root.scrollWidth;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    const tried = new Set<string>();
    const found: string[] = [];
    for (const text of texts) {
      const place = text.parentElement!;
      if (!text.data.trim() || place.closest("svg, script, style, pre, nav, .unseen, .grade, main > table"))
        continue;
      const around = [place, place.parentElement, place.parentElement?.parentElement];
      const kind = around.map((node) => `${node?.tagName}.${node?.getAttribute("class") ?? ""}`).join(" in ");
      if (tried.has(kind)) continue;
      tried.add(kind);
      const { data } = text;
      text.data = "w".repeat(200);
      if (root.scrollWidth > before) found.push(kind);
      text.data = data;
    }
    return found;
  });
}

/**
 * Words of at most 15 letters that stand on two lines, which a reader would stumble over: of each kind of place some
 * are looked at.
 */
export function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const looked = new Map<string, number>();
    const found = new Set<string>();
    const range = document.createRange();
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const place = text.parentElement!;
      // Addresses are long by nature.
      if (!text.data.trim() || /^https?:/.test(text.data)) continue;
      if (place.closest("svg, script, style, pre, code, .unseen, option")) continue;
      // What is folded away has a place, which nobody sees.
      if (!place.checkVisibility()) continue;
      const kind = [place, place.parentElement!]
        .map((node) => `${node.tagName}.${node.className}`)
        .join(" in ");
      looked.set(kind, (looked.get(kind) ?? 0) + 1);
      if (looked.get(kind)! > 20) continue;
      for (const { 0: word, index } of text.data.matchAll(/(?<![\p{L}\p{N}])\p{L}{2,15}(?![\p{L}\p{N}])/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.add(`${word}: ${kind}`);
      }
    }
    return [...found];
  });
}
