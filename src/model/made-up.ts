import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { fnv1a } from "./draws.js";
import { orderBy } from "./rank-fit.js";

/** How many made-up assumptions stand for what chance shows: enough to tell one in a thousand. */
const madeUp = 1000;

/**
 * The draws in the orders of assumptions that are made up and move nothing: what is found for them is found by chance.
 * @param n draws
 * @returns orders, each a list of n draws
 */
export function madeUpOrders(n: number, seed: number): number[][] {
  const generator = mersenne(seed ^ fnv1a("made-up"));
  return Array.from({ length: madeUp }, () =>
    orderBy(Float64Array.from({ length: n }, () => uniformFloat64(generator))),
  );
}

/**
 * What none of so many assumptions that move nothing passes, 19 times in 20: by nearest rank, with Bonferroni's share
 * for each (Dunn, Multiple comparisons among means, Journal of the American Statistical Association 56, 1961).
 * @param among how many are looked at
 */
export function chanceShows(values: readonly number[], among: number): number {
  const share = 1 - 0.05 / Math.max(1, among);
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!;
}
