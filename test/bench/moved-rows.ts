import type { Measured } from "./row.js";

/** What a page measures of changes that are drawn at once, each in a frame of its own; milliseconds. */
export interface Moved {
  scriptMs: number[];
  paintedMs: number[];
  /** Tasks over 50 ms. */
  longTasks: number;
}

/** Rows of such a measurement: its script against a budget by the 95th percentile, painting and long tasks beside it. */
export function movedRows(
  what: string,
  { scriptMs, paintedMs, longTasks }: Moved,
  atMost: number,
  how: string,
) {
  const rows: Measured[] = [
    { what: `${what}: script`, unit: "ms", values: scriptMs, budget: { atMost }, judge: "p95", note: how },
    { what: `${what}: painted`, unit: "ms", values: paintedMs, judge: "p95" },
    { what: `${what}: long tasks`, unit: "", values: [longTasks] },
  ];
  return rows;
}
