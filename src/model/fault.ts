import type { Dimension } from "./names.js";

/** A city of the evidence: whoever tells of it needs nothing else to name it. */
export interface NamedCity {
  id: string;
  name: string;
}

/** One limit of a search: a least or a most of a city or dimension, or what gets nothing new. */
export type NamedLimit =
  | { kind: "least" | "most"; initiatives: number; city: NamedCity }
  | { kind: "least" | "most"; initiatives: number; dimension: Dimension }
  | { kind: "excluded"; city: NamedCity; dimension: Dimension }
  | { kind: "left-out"; city: NamedCity }
  /** Most of one city in one dimension. */
  | { kind: "each-most"; initiatives: number };

/** What is known of a fault, by its kind. A text from outside is kept to 60 letters. */
interface FaultDetails {
  // Levers
  "levers-not-listed": object;
  "unknown-lever": { given: string };
  "too-many-levers": { levers: number; most: number };
  "unknown-spending": { given: string };
  "no-weights": object;
  "unknown-practice": { given: string };
  "unknown-dimension": { given: string };
  "unknown-partnership-type": { given: string };
  "unknown-city": { given: string };
  /** An id that is not among the mapped cities, of a goal or a question. */
  "no-mapped-city": { given: string };
  /** What the city was to be used for. */
  "city-without-mapping": { city: NamedCity; purpose: "lever" | "measure" | "plan" };
  /** The scenario is of a city of the reader’s own alone. */
  "city-of-another-scenario": { city: NamedCity; own: string };
  /** `value` is null where it is no number; `whole` where only whole numbers are allowed, and that is said. */
  "out-of-range": {
    field: string;
    value: number | null;
    minimum: number;
    maximum: number;
    unit: string;
    whole?: true;
  };

  // Evidence and assumptions
  "missing-count": { column: string; city: NamedCity; part: string };
  "no-city-mapped": object;
  "missing-assumption": { assumption: string };
  /** Of the evidence that a scenario was made on. */
  "missing-assumptions-then": { assumptions: readonly string[] };
  "unknown-assumption": { assumption: string };
  "unknown-unit": { assumption: string; unit: string };
  "unknown-distribution": { assumption: string; distribution: string };
  /** A range of an assumption that has a central value alone. */
  "range-of-fixed": { assumption: string };
  /** An assumption that is drawn by its ratio, from 0. */
  "ratio-from-zero": { assumption: string };
  "range-not-rising": { assumption: string; low: number; central: number; high: number };

  // Targets and measures
  "unknown-target": { given: string };
  "unknown-costing": { given: string };
  "unknown-heads": { given: string };
  "unknown-counts": { given: string };
  /** What a choice reads of a city: how many residents or migrants it has, or which share the mapping found. */
  "not-known-of-city": { city: NamedCity; figure: "heads" | "found" };
  /** A choice that version 1 of the model does not have. */
  "choice-of-version-2": object;
  "unknown-measure": { given: string };
  "inequality-of-city": object;
  "inequality-not-split": object;
  "too-many-levers-of-city": { city: NamedCity; levers: number; most: number };
  /** Two versions whose difference is to be split. */
  "cities-differ": object;

  // Searches
  "unknown-objective": { given: string };
  "unknown-money": { given: string };
  /** What a goal may be of: coverage, public or total cost. */
  "unknown-goal": { given: string };
  /** A lever by its index in the scenario. */
  "no-such-lever": { index: number };
  /** A lever that is there or is not has no amount to seek. */
  "no-amount": object;
  /**
   * No value in the lever's range brings the measure to the goal. `best` is the nearest there is, at the lever's value
   * `at`: of the measure, or the chance where one was asked for. `at` is null where the lever moves neither.
   */
  "goal-unreachable": {
    /** Name of the lever's kind. */
    leverKind: string;
    measure: "coverage" | "public" | "total";
    goal: number;
    chance: number | null;
    at: number | null;
    best: number;
  };
  /** A part of the limits of a search that is no list or no set of named values, as it should be. */
  "limits-not-read": { part: string; wanted: "list" | "set"; given: string };
  /** Limits that leave no city to plan for. */
  "every-city-left-out": object;
  /** Least and most of one city or dimension. */
  "bounds-contradict": { bounded: string; least: number; most: number };
  /** Limits that exclude one another; it would work without any one of `without`. */
  "limits-contradict": { without: readonly NamedLimit[] };
  /** What must start costs at least `best` EUR a year. */
  "budget-too-small": {
    required: readonly NamedLimit[];
    money: "public" | "total";
    best: number;
    budget: number;
  };
  /**
   * A coverage of all cities together, of each, or of one, that the limits do not allow: `best` is the most.
   * Lifting any one of `enough` would do; each of `some` holds it back without doing alone; with neither, all limits
   * together do, or there are none but the lever's own most.
   */
  "target-unreachable": {
    city: NamedCity | "all" | "each";
    coverage: number;
    best: number;
    enough: readonly NamedLimit[];
    some: readonly NamedLimit[];
    limited: boolean;
  };
  /** The solver gave up after its time. */
  "search-stopped": object;
  /** A plan found whose levers are too many beside the scenario's own. */
  "plan-too-long": { planned: number; levers: number; most: number };
}

/** What can be wrong with a scenario, a question, or the evidence they stand on. */
export type FaultKind = keyof FaultDetails;

/** Where a fault lies. */
interface FaultPosition {
  /** Index of the lever in the scenario, where one is at fault. */
  lever?: number;
  /** The field at fault ("change", "horizon") or the id of the assumption. */
  field?: string;
}

/** A fault of one kind. */
export type FaultOf<K extends FaultKind> = { kind: K } & FaultDetails[K] & FaultPosition;

/** One fault, as a value: its kind with numbers and ids. `components/fault-words.ts` says it. */
export type Fault = { [K in FaultKind]: FaultOf<K> }[FaultKind];

/** A value from outside as a short text, whatever it is. */
export function givenText(value: unknown): string {
  return (typeof value === "string" ? value : typeof value).slice(0, 60);
}
