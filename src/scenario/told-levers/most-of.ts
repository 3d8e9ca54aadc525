import type { Baseline } from "../../model/baseline.js";

/** The most that a mapped city has of a kind, of counts in rows of cities. */
export function mostOf(
  { cities }: Baseline,
  counts: Float64Array,
  kinds: readonly string[],
  kind: string,
): number {
  const index = kinds.indexOf(kind);
  return Math.max(...cities.map((_, c) => counts[c * kinds.length + index]!));
}
