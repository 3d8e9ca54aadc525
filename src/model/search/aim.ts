import { dimensions } from "../names.js";
import type { Ground } from "./ground.js";

const D = dimensions.length;

/** What the search makes as high as it can: K, the lowest K_c, or the lowest mean coverage of a dimension. */
export const objectives = ["coverage", "weakest-city", "weakest-dimension"] as const;
export type Objective = (typeof objectives)[number];

/** A weighted mean of κ: share[place] of each city and dimension; they sum to 1. */
export type Mean = Float64Array;

/** The means of which the lowest counts; for K there is only one. */
export function meansOf(ground: Ground, objective: Objective, leaveOut: readonly string[]): Mean[] {
  const kept = ground.cities.flatMap((city, c) => (leaveOut.includes(city) ? [] : [c]));
  if (objective === "coverage") return [meanCoverage(ground)];
  if (objective === "weakest-city") return kept.map((c) => cityCoverage(ground, c));
  // A dimension without weight does not count, and cannot be the weakest.
  return dimensions.flatMap((_, d) => {
    const mean = new Float64Array(ground.initiatives.length);
    const known = kept.filter((c) => ground.counted?.[c * D + d] !== 0);
    const all = known.reduce((sum, c) => sum + ground.cityWeights[c]!, 0);
    for (const c of known) mean[c * D + d] = ground.cityWeights[c]! / all;
    return ground.weights[d]! > 0 && known.length > 0 ? [mean] : [];
  });
}

/** K_c of one city. */
export function cityCoverage({ initiatives, weights, counted }: Ground, c: number): Mean {
  // As in runYear: what was not counted weighs nothing.
  const own = weights.map((weight, d) => (counted?.[c * D + d] === 0 ? 0 : weight));
  const all = own.reduce((sum, weight) => sum + weight, 0);
  const mean = new Float64Array(initiatives.length);
  for (let d = 0; d < D; d++) mean[c * D + d] = own[d]! / all;
  return mean;
}

/** K: the mean of K_c, each city with its weight. */
export function meanCoverage(ground: Ground): Mean {
  const { cities, cityWeights } = ground;
  const all = cityWeights.reduce((sum, weight) => sum + weight, 0);
  const mean = new Float64Array(ground.initiatives.length);
  cities.forEach((_, c) =>
    cityCoverage(ground, c).forEach((share, cell) => (mean[cell]! += (share * cityWeights[c]!) / all)),
  );
  return mean;
}

/** The mean of these κ. */
export function meanOf(mean: Mean, kappa: Float64Array): number {
  return mean.reduce((sum, share, cell) => sum + share * kappa[cell]!, 0);
}

/** The lowest of the means; 1 where there are none. */
export function lowestOf(means: readonly Mean[], kappa: Float64Array): number {
  return means.reduce((lowest, mean) => Math.min(lowest, meanOf(mean, kappa)), 1);
}
