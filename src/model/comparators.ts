import type { AskingCity, CityContext } from "./city-contexts.js";
import {
  contextVariables,
  differencesOf,
  shareRange,
  type ContextVariable,
  type Difference,
} from "./differences.js";
import { dimensions } from "./names.js";

/** How much each variable counts: whole numbers from 0 to `mostWeight`. Only their proportions matter. */
export type Weights = Readonly<Record<ContextVariable, number>>;

/** The highest weight; a weight of 0 leaves its variable out. */
export const mostWeight = 4;
/** What every variable counts until a reader says otherwise: half way, so that one can be halved as well as doubled. */
export const usualWeight = 2;

/** The same weight for every variable: one choice among many, and no more right than another. */
export const equalWeights: Weights = everyVariable(() => usualWeight);

/** Something for each variable. */
export function everyVariable<Value>(
  of: (variable: ContextVariable) => Value,
): Record<ContextVariable, Value> {
  return Object.fromEntries(contextVariables.map((name) => [name, of(name)])) as Record<
    ContextVariable,
    Value
  >;
}

/** Whether all variables count the same. */
export const areEqual = (weights: Weights): boolean =>
  contextVariables.every((name) => weights[name] === weights[contextVariables[0]]);

/** The weights in proportion, each from 0 to 1, with sum 1; all 0 where no variable counts. */
export function sharesOfWeight(weights: Weights): Weights {
  const sum = contextVariables.reduce((sum, name) => sum + weights[name], 0);
  return everyVariable((name) => (sum === 0 ? 0 : weights[name] / sum));
}

/**
 * The distance of two cities: the weighted mean of their differences over the variables that are known of both,
 *
 *     d(a, b) = Σ w_k d_k(a, b) / Σ w_k, over the k that are known of both,
 *
 * which is 1 − Gower's general coefficient of similarity (J. C. Gower, "A General Coefficient of Similarity and Some of
 * Its Properties", Biometrics 27 (4), 1971, 857–871). It takes numbers and categories together and leaves out what is
 * missing; z-scores, as in the nearest neighbours of CIPFA, need numbers throughout, and a standard deviation of five
 * shares says little.
 * @returns from 0 to 1, the same in both directions; null where no variable that counts is known of both
 */
export function distanceOf(differences: readonly Difference[], weights: Weights): number | null {
  let [apart, weight] = [0, 0];
  for (const difference of differences) {
    if (difference.apart === null) continue;
    apart += weights[difference.variable] * difference.apart;
    weight += weights[difference.variable];
  }
  return weight === 0 ? null : apart / weight;
}

/**
 * How alike two places have been shown to be, from 0 to 1: the weighted mean of 1 − difference over all variables. Unlike
 * in `distanceOf` what is not known gives no point, so that a place of which a document tells the region alone does not
 * pass for the most alike. 0 where no variable counts.
 */
export function shownLikeness(differences: readonly Difference[], weights: Weights): number {
  const shares = sharesOfWeight(weights);
  return differences.reduce(
    (sum, { variable, apart }) => sum + (apart === null ? 0 : shares[variable] * (1 - apart)),
    0,
  );
}

/** A mapped city as one to compare another with. */
export interface Comparator {
  city: CityContext;
  differences: Difference[];
  /** As `distanceOf` gives it. */
  distance: number | null;
  /** 1 for the nearest; cities that are as near share a rank. Null without a distance. */
  rank: number | null;
  /** Whether another city has the same rank. */
  isShared: boolean;
  /** Mean difference of initiatives over the dimensions that both have a count of; null where there is none. */
  initiativesApart: number | null;
}

/**
 * The mapped cities in the order of their distance to a city, the nearest first; those without a distance last. Of
 * cities that are as near, the one whose initiatives are nearer in number stands first, then the first given: their
 * rank is the same.
 * @param city of the evidence, or a reader's own
 * @param cities every city of the evidence
 * @param weights default equal
 */
export function comparatorsOf(
  city: AskingCity,
  cities: readonly CityContext[],
  weights: Weights = equalWeights,
): Comparator[] {
  const range = shareRange(cities);
  const others = cities
    .filter(({ id, initiatives }) => initiatives !== null && id !== city.id)
    .map((other) => {
      const differences = differencesOf(city, other, null, range);
      const distance = distanceOf(differences, weights);
      return { city: other, differences, distance, initiativesApart: initiativesApart(city, other) };
    });
  const ranks = ranksOf(others.map(({ distance }) => distance));
  return others
    .map((other, i): Comparator => {
      const rank = ranks[i]!;
      return { ...other, rank, isShared: rank !== null && ranks.indexOf(rank) !== ranks.lastIndexOf(rank) };
    })
    .sort(
      (a, b) =>
        (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.initiativesApart ?? 0) - (b.initiativesApart ?? 0),
    );
}

/**
 * The nearest, `most` at most. Cities that are level come together or not at all: to take some of them would be to choose
 * by the order of a table.
 * @param comparators as `comparatorsOf` gives them; those without a rank are left out
 */
export function nearestOf(comparators: readonly Comparator[], most: number): Comparator[] {
  const upTo = (rank: number) => comparators.filter((of) => of.rank !== null && of.rank <= rank).length;
  return comparators.filter(({ rank }) => rank !== null && upTo(rank) <= most);
}

/** Distances nearer than this are the same: they differ by how a computer adds. */
const tie = 1e-9;
/** Whole steps, so that "as near as" holds between any three. */
const steps = (distance: number) => Math.round(distance / tie);

/** 1 + how many are nearer; null without a distance. */
export function ranksOf(distances: readonly (number | null)[]): (number | null)[] {
  const sorted = distances
    .flatMap((distance) => (distance === null ? [] : steps(distance)))
    .sort((a, b) => a - b);
  const first = new Map<number, number>();
  sorted.forEach((distance, i) => first.has(distance) || first.set(distance, i + 1));
  return distances.map((distance) => (distance === null ? null : first.get(steps(distance))!));
}

function initiativesApart(a: AskingCity, b: CityContext): number | null {
  const differences = dimensions.flatMap((dimension) => {
    const [own, there] = [a.initiatives?.[dimension] ?? null, b.initiatives?.[dimension] ?? null];
    return own === null || there === null ? [] : Math.abs(own - there);
  });
  return differences.length ? differences.reduce((sum, d) => sum + d, 0) / differences.length : null;
}
