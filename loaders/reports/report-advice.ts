import type Token from "markdown-it/lib/token.mjs";
import { linesBefore } from "../pages/lines-before.js";
import type { PageProblem } from "../pages/problem.js";
import { unboundComparisons } from "./comparisons.js";
import { plainTexts, type PlainText } from "./report-text.js";
import { typedNumbers } from "./typed-numbers.js";

/** Numbers of a report that no query gives, where each stands. @param more its abstract, and the words of its blocks */
export function unboundNumbers(tokens: readonly Token[], more: readonly PlainText[]): PageProblem[] {
  return [...more, ...plainTexts(tokens)].flatMap(typedNumbers).map(({ written, line }) => ({
    line,
    what: `the number ${written} comes from no query`,
    mend: `write {{ select … }} in its place, put its sentence into a claim, or excuse it with {{! ${written}: why it is no figure }}`,
  }));
}

/** Footnotes that are named and have no text: Markdown leaves their sign in the sentence. */
export function lostNotes(tokens: readonly Token[]): PageProblem[] {
  return plainTexts(tokens).flatMap(({ text, line }) =>
    [...text.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => ({
      line: line + linesBefore(text, match.index),
      what: `the footnote "${match[1]!}" has no text`,
      mend: `write "[^${match[1]!}]: …" in a paragraph of its own`,
    })),
  );
}

/** Comparisons of a report that no claim checks. @param abstract its text as it is written, with its line */
export function unboundWords(tokens: readonly Token[], abstract: PlainText): PageProblem[] {
  return [abstract, ...plainTexts(tokens)].flatMap(unboundComparisons).map(({ found, sentence, line }) => ({
    line,
    what: `no claim checks "${found}" in: ${sentence}`,
    mend: "write it as [the sentence]{claim=id}, or cite the document that says it",
  }));
}
