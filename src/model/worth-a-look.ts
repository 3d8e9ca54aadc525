import type { RankedPractice } from "./rank-practices.js";

/**
 * A few practices for a city out of all that are ranked for it: the best for each of its gaps, so that the largest does
 * not fill the list alone, then the best of the rest, one of each lead while there are others. Left out is what names
 * the city in its summary: the city has copied it, or is at work in it. In the order of their rank.
 * @param ranked best first, as `rankPractices` gives them
 * @param city the city that looks
 * @param most how many are given; default 5
 */
export function worthALook(
  ranked: readonly RankedPractice[],
  { name }: { name: string },
  most = 5,
): RankedPractice[] {
  const fresh = ranked.filter(({ practice }) => !practice.summary.includes(name));
  const first = new Map<string, RankedPractice>();
  for (const ranked of fresh) {
    const [largest] = ranked.gaps;
    if (largest && !first.has(largest.dimension)) first.set(largest.dimension, ranked);
  }
  const chosen = new Set([...first.values()].slice(0, most));
  const leads = new Set([...chosen].map(({ practice }) => practice.leadActor));
  for (const ranked of fresh) {
    const { leadActor } = ranked.practice;
    if (chosen.size >= most || (leadActor !== null && leads.has(leadActor))) continue;
    chosen.add(ranked);
    leads.add(leadActor);
  }
  for (const ranked of fresh) if (chosen.size < most) chosen.add(ranked);
  return fresh.filter((ranked) => chosen.has(ranked));
}
