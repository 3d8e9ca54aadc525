import type { Certainty, Doubt, Finding, Verdict } from "./finding.js";

/** Names of the verdicts as shown. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  agrees: "agrees",
  differs: "differs",
  "cannot-tell": "cannot tell",
};

/** Signs of the verdicts, which tell them apart without colour. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  agrees: "✓",
  differs: "≠",
  "cannot-tell": "?",
};

/** Why nothing can be told, as a sentence. */
const doubts: Readonly<Record<Doubt, string>> = {
  negated: "The text denies something. A denial is not checked.",
  supposed: "The text supposes, plans or expects it. Only what is said to be so is checked.",
  changed: "The text speaks of a change. The evidence counts once, so it cannot tell.",
  "part-of-it": "The text counts only some of them. The evidence counts all of them together.",
  "unknown-place": "The text names a place that the evidence does not hold.",
  "no-place": "The text names no place.",
  "not-held": "The evidence has no figure for this.",
  "other-year": "The text names another year than the document does.",
  "other-group": "The document counts another group of people than the text does.",
  "other-currency": "The document gives the amount in another currency.",
  bounds: "The document gives a bound or an estimate that leaves both open.",
  guess: "The text leaves open which city or what it counts, and no reading of it agrees.",
  "not-all":
    "The evidence cannot put these places in order: it lacks some of them, or counts different groups.",
};

/** The sentence for a doubt. */
export const doubtWords = (doubt: Doubt): string => doubts[doubt];

/** How sure the reading of a statement is, and why. */
export function certaintyWords({ certainty, placeIn, topicIn, kind }: Finding): string {
  const what = kind === "ranking" ? "order" : "number";
  const why: Readonly<Record<Certainty, string>> = {
    high: `place, subject and ${what} stand together`,
    middling: middling(placeIn, topicIn),
    low: "the text names no place or leaves it open; only one figure fits",
  };
  return `${certainty}: ${why[certainty]}`;
}

function middling(placeIn: Finding["placeIn"], topicIn: Finding["topicIn"]): string {
  if (placeIn === "before" && topicIn === "before") return "place and subject come from a sentence before";
  if (placeIn === "before") return "the place comes from a sentence before";
  if (topicIn === "before") return "the subject comes from the sentence before";
  if (placeIn === "sentence") return "the place stands in another part of the sentence";
  if (topicIn === "sentence") return "the subject stands in another part of the sentence";
  return "a word that may mean other things names the subject";
}
