import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type Token from "markdown-it/lib/token.mjs";
import { styleProblems } from "./check-styles.js";
import { lineOfField, type PageText } from "./page-text.js";
import type { PageProblem } from "./problem.js";

/**
 * What is wrong in the styles of a page: those between `<style>` and `</style>`, and the stylesheet that it names.
 * @param root the folder of the pages
 */
export function pageStyleProblems(tokens: readonly Token[], page: PageText, root: string): PageProblem[] {
  const within = tokens.flatMap((token) =>
    token.type === "html_block" && token.map
      ? styleElements(token.content, page.before + token.map[0] + 1)
      : [],
  );
  return [...within, ...ofStylesheet(page, root)];
}

/** @param first line of the file on which the HTML begins, from 1 */
function styleElements(html: string, first: number): PageProblem[] {
  const uncommented = html.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));
  return [...uncommented.matchAll(/<style\b[^>]*>([\s\S]*?)(<\/style\s*>|$)/gi)].flatMap((found) => {
    const [all, css = "", end = ""] = found;
    const line = first + linesIn(uncommented.slice(0, found.index));
    if (!end) return [{ line, what: "nothing closes this <style>", mend: "write </style> where it ends" }];
    // What is worked out in the page cannot be told here.
    return css.includes("${") ? [] : styleProblems(css, line + linesIn(all.slice(0, all.indexOf(">") + 1)));
  });
}

const linesIn = (text: string): number => text.split("\n").length - 1;

/** A stylesheet has lines of its own, and the problem stands where the page names it. */
function ofStylesheet(page: PageText, root: string): PageProblem[] {
  const { style } = page.fields;
  if (typeof style !== "string") return [];
  const file = join(root, dirname(page.file.replace(/^src/, "")), style);
  if (!existsSync(file)) return [];
  return styleProblems(readFileSync(file, "utf8"), 1).map(({ line, what, mend }) => ({
    line: lineOfField(page, "style"),
    what: `in ${style}, line ${line}, ${what}`,
    mend,
  }));
}
