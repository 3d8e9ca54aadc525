import type Token from "markdown-it/lib/token.mjs";
import type { PageProblem } from "./problem.js";

/** Signs of ours that Markdown left in a text, because something about them is not right. */
const signs: readonly [sign: RegExp, what: string, mend: string][] = [
  [
    /\{\{/,
    "a value has no end, or a quotation mark in it is not closed",
    "write {{ select … }}, with every \" and ' closed",
  ],
  [
    /\{\s*claim\s*=/,
    "a claim is not read where it stands",
    "write [The sentence]{claim=id}, without a space in the braces, once behind a sentence",
  ],
  [
    /^:::/,
    "a line of colons is no block here",
    'write "::: figure coverage", with a space, at the beginning of a line',
  ],
];

/**
 * What is wrong with such signs; lines are those of the text, from 1.
 * @param withBroken true where a block of the page is broken: the line that would end it is left over for that
 */
export function leftSigns(tokens: readonly Token[], withBroken = false): PageProblem[] {
  return tokens.flatMap((token): PageProblem[] => {
    const from = token.map?.[0] ?? 0;
    if (token.type === "html_block" && token.content.includes("{{"))
      return [
        {
          line: from + 1,
          what: "a value stands in HTML, where it is not read",
          mend: "write the paragraph as Markdown",
        },
      ];
    if (token.type !== "inline") return [];
    let line = from + 1;
    return (token.children ?? []).flatMap(({ type, content }): PageProblem[] => {
      if (type === "softbreak" || type === "hardbreak") line++;
      if (type !== "text") return [];
      if (withBroken && content.trim() === ":::") return [];
      const left = signs.find(([sign]) => sign.test(content));
      return left ? [{ line, what: left[1], mend: left[2] }] : [];
    });
  });
}
