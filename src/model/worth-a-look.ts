import type { RankedPractice } from "./rank-practices.js";

/**
 * A few practices for a city out of all that are ranked for it: the best for each of its gaps, so that the largest does
 * not fill the list alone, then the best of the rest. In the order of their rank.
 * @param ranked best first, as `rankPractices` gives them
 * @param most how many are given; default 5
 */
export function worthALook(ranked: readonly RankedPractice[], most = 5): RankedPractice[] {
  const first = new Map<string, RankedPractice>();
  for (const of of ranked) {
    const [largest] = of.gaps;
    if (largest && !first.has(largest.dimension)) first.set(largest.dimension, of);
  }
  const chosen = new Set([...first.values()].slice(0, most));
  for (const of of ranked) if (chosen.size < most) chosen.add(of);
  return ranked.filter((of) => chosen.has(of));
}
