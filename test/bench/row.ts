import { max, median, min, quantile } from "d3-array";

/** What a measurement must keep to, in the row's unit. */
export interface Budget {
  atMost?: number;
  atLeast?: number;
}

/** Which of the values is held to the budget: `max` for sizes, `p95` for what a hand feels, else the median. */
export type Judge = "median" | "p95" | "max";

/** One measurement, before it is summed up. */
export interface Measured {
  /** What was measured, in words. */
  what: string;
  /** "s", "ms", "KB" (1,000 bytes), "MB" (1,000,000 bytes), "times", "". */
  unit: string;
  /** Every value, in the order measured; empty where nothing could be. */
  values: number[];
  budget?: Budget;
  /** Default median. */
  judge?: Judge;
  /** How it was measured, and what a reader must know before quoting it. */
  note?: string;
  /** What explains the figure, for the JSON alone. */
  detail?: unknown;
}

/** A measurement summed up, as the table and the JSON show it. */
export interface Row extends Measured {
  /** Name of the measurement, as `--only` takes it. */
  name: string;
  judge: Judge;
  min: number | null;
  median: number | null;
  max: number | null;
  /** The value held to the budget. */
  judged: number | null;
  /** `null` where there is no budget or no value. */
  within: boolean | null;
}

/** Sums a measurement up. A budget without a value is not kept. */
export function toRow(name: string, measured: Measured): Row {
  const { values, budget, judge = "median" } = measured;
  const summary = { min: min(values) ?? null, median: median(values) ?? null, max: max(values) ?? null };
  const judged = judge === "p95" ? (quantile(values, 0.95) ?? null) : summary[judge];
  return { name, ...measured, ...summary, judge, judged, within: isWithin(judged, budget) };
}

function isWithin(value: number | null, budget: Budget | undefined): boolean | null {
  if (!budget || value === null) return null;
  return value <= (budget.atMost ?? Infinity) && value >= (budget.atLeast ?? -Infinity);
}
