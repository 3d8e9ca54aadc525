import {
  areEqual,
  distanceOf,
  everyVariable,
  mostWeight,
  ranksOf,
  type Comparator,
  type Weights,
} from "./comparators.js";
import { contextVariables } from "./differences.js";

/** How far the rank of a comparator moves. */
export interface RankRange {
  best: number;
  worst: number;
  /** The share of weightings in which it is one of the three nearest, and no fourth is level with it, from 0 to 1. */
  nearestThree: number;
  /** The share of weightings in which nothing that counts is known of it, so that it has no rank, from 0 to 1. */
  unplaced: number;
}

/**
 * How far the rank of each comparator moves over every weighting that can be set: all whole weights from 0 to
 * `mostWeight`, each proportion once (2,851 for five variables). Among them are the corners, where one variable decides alone.
 * Every setting of the sliders is tried, so that no other setting of them gives a rank outside; finer weights, which
 * they cannot give, might in a rare case. Where a weighting leaves all cities equally near it says nothing of their
 * order and is left out, but for equal weights, whose ranks are always within the ranges.
 * @param comparators of one city, in any order; their ranks are not read
 * @returns by id; a city that has no distance in any weighting is left out
 */
export function rankRanges(comparators: readonly Comparator[]): ReadonlyMap<string, RankRange> {
  const found = comparators.map(() => ({ best: Infinity, worst: 0, three: 0, unplaced: 0 }));
  let telling = 0;
  for (const weights of weightings()) {
    const ranks = ranksOf(comparators.map(({ differences }) => distanceOf(differences, weights)));
    const tells = ranks.some((rank) => rank !== null && rank > 1);
    if (!tells && !areEqual(weights)) continue;
    telling++;
    ranks.forEach((rank, i) => {
      const range = found[i]!;
      if (rank === null) {
        range.unplaced++;
        return;
      }
      range.best = Math.min(range.best, rank);
      range.worst = Math.max(range.worst, rank);
      if (ranks.filter((other) => other !== null && other <= rank).length <= 3) range.three++;
    });
  }
  return new Map(
    comparators.flatMap(({ city }, i) => {
      const { best, worst, three, unplaced } = found[i]!;
      const range = { best, worst, nearestThree: three / telling, unplaced: unplaced / telling };
      return worst === 0 ? [] : [[city.id, range] as const];
    }),
  );
}

let all: readonly Weights[] | undefined;

/** Every proportion of weights that can be set, once. */
export const weightings = (): readonly Weights[] => (all ??= allWeightings());

function allWeightings(): Weights[] {
  const steps = Array.from({ length: mostWeight + 1 }, (_, weight) => weight);
  return contextVariables
    .reduce<number[][]>((all) => all.flatMap((begun) => steps.map((weight) => [...begun, weight])), [[]])
    .filter((weights) => weights.reduce(commonDivisor, 0) === 1)
    .map((weights) => everyVariable((name) => weights[contextVariables.indexOf(name)]!));
}

/** 1 for weights that are no multiple of smaller ones; 0 where all are 0. */
function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
