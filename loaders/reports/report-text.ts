import type Token from "markdown-it/lib/token.mjs";
import { linesBefore } from "../pages/lines-before.js";

/** A paragraph, item or cell of a report as readers see it, with what is bound in it masked. */
export interface PlainText {
  /**
   * Its words; line ends are kept. In the place of a bound value stands `boundSign`, of a citation `citedSign`, of what is
   * no prose `otherSign`.
   */
  text: string;
  /** Stretches of the text that belong to a claim, from and to. */
  claims: [from: number, to: number][];
  /** Line of its first word in the page's text, from 1. */
  line: number;
}

/** Stands in a plain text for a value of a query. */
export const boundSign = "\uE010";
/** Stands for a citation. */
export const citedSign = "\uE012";
/** Stands for code and references to figures. */
const otherSign = "\uE011";

/** The texts of a page that readers take for its own words. Headings are left out: they name, and do not state. */
export function plainTexts(tokens: readonly Token[]): PlainText[] {
  return tokens.flatMap((token, at): PlainText[] => {
    if (token.type !== "inline" || !token.map || tokens[at - 1]?.type === "heading_open") return [];
    return [{ ...maskedText(token.children ?? []), line: token.map[0] + 1 }];
  });
}

/** The words of the parts of a paragraph. */
export function maskedText(children: readonly Token[]): Pick<PlainText, "text" | "claims"> {
  let text = "";
  const claims: [number, number][] = [];
  const open: number[] = [];
  for (const { type, content } of children) {
    if (type === "text") text += content;
    else if (type === "softbreak" || type === "hardbreak") text += "\n";
    else if (type === "arrivals_bound") text += boundSign;
    else if (type === "arrivals_claim_open") open.push(text.length);
    else if (type === "arrivals_claim_close") claims.push([open.pop() ?? 0, text.length]);
    else if (type === "arrivals_citation") text += citedSign;
    else if (content) text += otherSign;
  }
  return { text, claims };
}

/** A sentence of a text. */
export interface Sentence {
  words: string;
  from: number;
  to: number;
  /** Line of the page's text, from 1. */
  line: number;
  /** True where a claim has a part of it. */
  claimed: boolean;
}

const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** The sentences of a text. */
export function sentencesIn({ text, claims, line }: PlainText): Sentence[] {
  // A sentence goes on in the line below; the segmenter ends it there.
  return [...segmenter.segment(text.replaceAll("\n", " "))].map(({ segment, index }) => {
    const [from, to] = [index, index + segment.length];
    const before = segment.length - segment.trimStart().length;
    return {
      words: segment.trim(),
      from,
      to,
      line: line + linesBefore(text, from + before),
      claimed: claims.some(([start, end]) => start < to && end > from),
    };
  });
}
