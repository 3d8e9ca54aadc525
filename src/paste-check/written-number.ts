import type { Approximation } from "./approximations.js";
import type { Unit } from "./facts.js";
import type { Span } from "./sentences.js";

/** A number as a text writes it, with the words that bound it and its unit. */
export interface WrittenNumber extends Span {
  /** What it may stand for; the first is the likelier. */
  values: number[];
  /** How finely it is written: 1 for "35", 0.1 for "25.6", 100,000 for "1.6 million". */
  step: number;
  /** The upper end of a range: "10–12". */
  upTo?: number;
  unit: Unit;
  approximation: Approximation;
  form: "digits" | "words" | "fraction" | "none";
}

/** A year that a text names. */
export interface NamedYear extends Span {
  year: number;
}
