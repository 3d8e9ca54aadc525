import { fitByRank, polynomialsOver } from "./rank-fit.js";

/**
 * What plans bring: one list a plan with one value a draw, the same draws for all.
 */
export type Levels = readonly Float64Array[];

/**
 * EVPI: what it would bring to know every assumption before choosing (Raiffa & Schlaifer, Applied Statistical Decision
 * Theory, 1961): the mean of the best plan of each draw less the mean of the plan that is best on average. Never below 0.
 * @param levels of at least one plan
 */
export function perfectInformation(levels: Levels): number {
  const n = levels[0]!.length;
  let best = 0;
  for (let i = 0; i < n; i++) best += highestAt(levels, i);
  return Math.max(0, best / n - Math.max(...levels.map(meanOver)));
}

/**
 * EVPPI: what it would bring to know one assumption alone before choosing (Strong, Oakley & Brennan, Estimating multiparameter
 * partial expected value of perfect information from a probabilistic sensitivity analysis sample, 2014). What each plan brings given the assumption is a
 * smooth fit over the draws sorted by it (`fitByRank`); of these the best at each place, less the best on average.
 * An estimate from draws may fall outside what is possible by a hair: it is held between 0 and `most`.
 * @param order the draws sorted by the assumption
 * @param most EVPI of the same plans
 */
export function partialInformation(
  levels: Levels,
  order: ArrayLike<number>,
  most = perfectInformation(levels),
  polynomials: readonly Float64Array[] = polynomialsOver(order.length),
): number {
  const fits = levels.map((values) => fitByRank(values, order, polynomials).fitted);
  return Math.min(most, perfectInformation(fits));
}

/**
 * The plans that together come nearest the best of every draw: first the one that is best on average, then whichever
 * raises the mean of the best among those chosen most. A choice among hundreds of plans, most of them alike, would
 * find differences where draws scatter.
 * @returns places in `levels`, at most so many, and none that adds nothing
 */
export function shortlist(levels: Levels, most: number): number[] {
  const n = levels[0]!.length;
  const chosen: number[] = [];
  let best = new Float64Array(n).fill(-Infinity);
  let reached = -Infinity;
  while (chosen.length < most) {
    let [next, mean] = [-1, reached + 1e-12];
    levels.forEach((values, plan) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Math.max(best[i]!, values[i]!);
      if (sum / n > mean) [next, mean] = [plan, sum / n];
    });
    if (next < 0) break;
    chosen.push(next);
    reached = mean;
    best = best.map((value, i) => Math.max(value, levels[next]![i]!));
  }
  return chosen;
}

/** The highest of the plans in a draw. */
export function highestAt(levels: Levels, draw: number): number {
  let highest = -Infinity;
  for (const values of levels) if (values[draw]! > highest) highest = values[draw]!;
  return highest;
}

/** Plain mean, summed in order. */
export function meanOver(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
