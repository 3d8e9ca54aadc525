import { splitStyle } from "./split-style.js";

/**
 * Until a page has been shown, figures below the first, and what stands below the workbench, are neither laid out nor
 * painted unless they are in the view: they count as 600 px high. `src/start/start.ts` then marks the page as shown, so that full-page pictures,
 * searches and jumps find the whole page. Nothing waits where an address names a place in the page, in print, and
 * without scripts.
 */
const laterFigures =
  "@media screen and (scripting:enabled){html:not([data-shown],:has(:target)) :is(figure.figure~figure.figure,.workbench-more){content-visibility:auto;contain-intrinsic-height:600px}}";

/** A stylesheet as pages have it. */
export interface PageStyle {
  /** What stands in a page's head, so that the first picture waits for no second request: an element `style`. */
  inline: string;
  /** What is for paper alone, in a file that pages link; empty where the sheet says nothing of paper. */
  paper: string;
}

/**
 * A stylesheet as it stands in a page's head, and what it says of paper.
 * @throws when it would mean something else there
 */
export function inlineStyle(css: string, name: string): PageStyle {
  if (/<\/|@import|url\((?!["']?data:)/i.test(css))
    throw new Error(`${name}: a style that stands in the page cannot import, name files or hold "</"`);
  const { screen, paper } = splitStyle(withoutScales(css.trim()));
  return { inline: `<style>${screen}${laterFigures}</style>`, paper };
}

/** The sizes and rooms of `src/style/tokens.css` written out where they are used: a page need not carry their names. */
function withoutScales(css: string): string {
  const token = /--((?:step|space)-\w+):([^;}]+);?/g;
  const values = new Map([...css.matchAll(token)].map(([, name, value]) => [name!, value!]));
  return css
    .replace(token, "")
    .replaceAll(";}", "}")
    .replace(/var\(--((?:step|space)-\w+)\)/g, (used, name: string) => values.get(name) ?? used);
}
