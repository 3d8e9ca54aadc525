import { tokenize, tokenTypes } from "css-tree";

/** A stylesheet in two: what a screen needs, and what paper alone does. */
export interface SplitStyle {
  screen: string;
  /** Empty where the sheet says nothing of paper. */
  paper: string;
}

/**
 * Takes out what is for paper alone: `@page`, and `@media print` of the outermost level. It keeps its order, and comes
 * after all else: on paper what is said of paper counts.
 *
 * Pages link it with `media="print"`. Browsers fetch such a sheet with every page, last of all and before the page's
 * load event, so that it delays no first view and costs the page's HTML nothing. A page that is open prints as it should
 * without a network, for it has the sheet by then; a service worker that keeps pages has to keep what they link, this
 * sheet among it.
 * @param css balanced; minified or not
 */
export function splitStyle(css: string): SplitStyle {
  const split: SplitStyle = { screen: "", paper: "" };
  for (const statement of outermost(css)) split[isForPaper(statement) ? "paper" : "screen"] += statement;
  return split;
}

const isForPaper = (statement: string) => /^\s*@(page\b|media\s+print\s*(\{|and\b[^,{]*\{))/.test(statement);

/** The statements of the outermost level, with what stands before each. */
function outermost(css: string): string[] {
  const statements: string[] = [];
  let [depth, start] = [0, 0];
  tokenize(css, (type, _from, to) => {
    if (type === tokenTypes.LeftCurlyBracket) depth++;
    if (type === tokenTypes.RightCurlyBracket) depth--;
    const ends = type === tokenTypes.RightCurlyBracket || type === tokenTypes.Semicolon;
    if (depth > 0 || !ends) return;
    statements.push(css.slice(start, to));
    start = to;
  });
  return [...statements, css.slice(start)];
}
