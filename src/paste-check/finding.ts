import type { Fact, Reading } from "./facts.js";
import type { Hedge } from "./hedges.js";
import type { Span } from "./sentences.js";

/** What the evidence says of a statement. */
export type Verdict = "agrees" | "differs" | "cannot-tell";

/** How surely a statement was understood. */
export type Certainty = "high" | "middling" | "low";

/** Where the place, or what is counted, was read: in the number's clause, in its sentence, before it, or nowhere. */
export type ReadIn = "clause" | "sentence" | "before" | "nowhere";

/** Why the evidence cannot tell. */
export type Doubt =
  | Hedge
  | "unknown-place"
  | "no-place"
  | "not-held"
  | "other-year"
  | "other-group"
  | "other-currency"
  | "bounds"
  | "guess"
  | "not-all";

/** How places stand to each other, where a sentence ranks them. */
export interface RankingTold {
  /** What the text says: 1 is the first; behind the last from the end: −1 is the last. */
  rank?: number;
  /** "more … than", "twice as many … as": how many times as many at least, and at most. */
  times?: number;
  /** Facts from the most to the fewest. */
  order: readonly Fact[];
}

/** A statement of a text and what the evidence says of it. */
export interface Finding extends Span {
  kind: "number" | "ranking";
  verdict: Verdict;
  certainty: Certainty;
  placeIn: ReadIn;
  topicIn: ReadIn;
  /** Ids of the places that it is about; `all` for the mapped cities together. */
  places: readonly string[];
  indicator: string;
  part?: string;
  /** What the evidence has, one a place; without any it holds nothing. */
  facts: readonly Fact[];
  /** The year that the text names. */
  year?: number;
  doubt?: Doubt;
  /** Another reading of a document that the text agrees with. */
  otherReading?: Reading;
  ranking?: RankingTold;
}

/** A text as it was checked, with what was found in it, in the order of the text. */
export interface CheckedText {
  /** In Unicode's composed form; findings point into it. */
  text: string;
  findings: Finding[];
  /** Numbers that are about nothing that the evidence holds. */
  others: number;
}
