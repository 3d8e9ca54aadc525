import { keyOf, saysTheSame } from "./check-readings.js";
import type { Reading } from "./producer.js";
import type { Fault } from "./refresh-fault.js";

/** What a refresh did to one dataset. */
export interface Outcome {
  /** Producer and dataset: "worldbank/population". */
  source: string;
  kind: "changed" | "unchanged" | "failed";
  rows: number;
  added: number;
  removed: number;
  changed: number;
  /** Bytes that came. */
  fetched: number;
  seconds: number;
  fault: Fault | null;
}

/** The outcome of a dataset of which nothing is known yet. */
export const noOutcome = (source: string): Outcome => ({
  source,
  kind: "unchanged",
  rows: 0,
  added: 0,
  removed: 0,
  changed: 0,
  fetched: 0,
  seconds: 0,
  fault: null,
});

/** How many readings came, went and have another value, flag or status. */
export function movesBetween(
  before: readonly Reading[],
  after: readonly Reading[],
): Pick<Outcome, "added" | "removed" | "changed"> {
  const known = new Map(before.map((reading) => [keyOf(reading), reading]));
  let [added, changed] = [0, 0];
  for (const reading of after) {
    const was = known.get(keyOf(reading));
    if (was === undefined) added++;
    else if (!saysTheSame(was, reading)) changed++;
    known.delete(keyOf(reading));
  }
  return { added, removed: known.size, changed };
}
