import type { CityGap } from "./city-contexts.js";
import { ownDimensions, type Recommendation } from "./recommendations.js";

/** A recommendation with the gap of the city that it speaks to; null where it speaks to every city. */
export interface Advice {
  recommendation: Recommendation;
  gap: CityGap | null;
}

/**
 * A few recommendations of the checklist for a city: one for its largest gap, one for the next, and so on in turns, in
 * the order of the checklist, those to cities before those to others. A city whose gaps are not known, or that has
 * none, gets those for any dimension.
 * @param gaps largest first; null where they are not known
 * @param most how many are given; default 6
 */
export function adviceFor(
  gaps: readonly CityGap[] | null,
  recommendations: readonly Recommendation[],
  most = 6,
): Advice[] {
  const listed = recommendations.filter(({ listed }) => listed);
  const ordered = [...listed.filter(forCities), ...listed.filter((advice) => !forCities(advice))];
  const queues = gaps?.length
    ? gaps.map((gap) => ({
        gap,
        queue: ordered.filter((advice) => ownDimensions(advice).includes(gap.dimension)),
      }))
    : [{ gap: null, queue: ordered.filter((advice) => ownDimensions(advice).length === 0) }];
  const advice: Advice[] = [];
  const given = new Set<string>();
  const longest = Math.max(0, ...queues.map(({ queue }) => queue.length));
  for (let turn = 0; turn < longest; turn++)
    for (const { gap, queue } of queues) {
      const recommendation = queue[turn];
      if (!recommendation || given.has(recommendation.id) || advice.length >= most) continue;
      given.add(recommendation.id);
      advice.push({ recommendation, gap });
    }
  return advice;
}

const forCities = ({ audience }: Recommendation) => audience === "cities";
