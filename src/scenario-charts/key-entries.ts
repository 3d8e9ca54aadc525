import type { KeyEntry } from "../components/picture-key.js";

// Signs that several pictures of scenarios share, with what they mean.

/** The hollow dot of what was and the full one of what is. */
export const beforeAndNow = (before: string, now: string): KeyEntry[] => [
  { glyph: { kind: "ring", colour: "var(--soft)" }, words: before },
  { glyph: { kind: "dot", colour: "var(--soft)" }, words: now },
];

export const targetEntry: KeyEntry = { glyph: { kind: "rule", colour: "var(--ink)" }, words: "target" };

/** The bar or band between the 10th and the 90th percentile of the draws. */
export const drawsEntry: KeyEntry = {
  glyph: { kind: "range", colour: "var(--soft)" },
  words: "8 in 10 simulations",
};

/** The dotted line of a year without levers. */
export const withoutLevers = (words: string): KeyEntry => ({
  glyph: { kind: "line", colour: "var(--soft)", dash: "2 3" },
  words,
});
