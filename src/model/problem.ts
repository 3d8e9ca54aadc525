/** What can be wrong with a scenario or with the evidence it stands on. */
export type ProblemKind =
  | "unknown-lever"
  | "unknown-city"
  | "city-without-mapping"
  | "unknown-dimension"
  | "unknown-partnership-type"
  | "out-of-range"
  | "no-weights"
  | "unknown-practice"
  | "too-many-levers"
  | "unknown-assumption"
  | "missing-assumption"
  | "missing-count"
  | "unknown-target"
  | "unknown-measure"
  | "target-unreachable"
  /** Of a search: what it was asked for is none of the things it can do. */
  | "unknown-objective"
  /** Least and most that exclude one another. */
  | "limits-contradict"
  /** The least that is asked for costs more than the budget. */
  | "budget-too-small"
  /** The solver gave up after its time. */
  | "search-stopped"
  /** A lever that is there or is not has no amount to seek. */
  | "no-amount"
  /** No value in the lever's range brings the measure to the goal. */
  | "goal-unreachable";

/** One fault, as a value: the page shows its message beside the control it names. */
export interface Problem {
  kind: ProblemKind;
  /** A sentence for the reader, with the value and what is allowed. */
  message: string;
  /** Place of the lever in the scenario, from 0, where one is at fault. */
  lever?: number;
  /** The field at fault ("change", "horizon") or the id of the assumption. */
  field?: string;
  /** The best that can be had instead, where something cannot be reached: a coverage, a chance, or EUR a year. */
  best?: number;
}

/** A result, or everything that keeps it from being made. Nothing here throws at what a reader chose. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** A good outcome. */
export const good = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** An outcome that could not be made. */
export const bad = (...problems: Problem[]): { ok: false; problems: Problem[] } => ({ ok: false, problems });

/** A closed range of numbers with its unit. */
export interface Range {
  minimum: number;
  maximum: number;
  unit: string;
}

/** The problem with a value that must be a number in a range, or null. Text, NaN and infinity are refused. */
export function outOfRange(
  value: unknown,
  { minimum, maximum, unit }: Range,
  field: string,
  lever?: number,
): Problem | null {
  if (typeof value === "number" && value >= minimum && value <= maximum) return null;
  const given = typeof value === "number" ? String(value) : "something that is no number";
  return {
    kind: "out-of-range",
    message: `${field} must lie between ${minimum} and ${maximum} (${unit}), not ${given}`,
    field,
    ...(lever === undefined ? {} : { lever }),
  };
}
