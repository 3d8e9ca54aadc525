import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { fnv1a } from "./draws.js";
import { orderBy } from "./rank-fit.js";

/** How many made-up assumptions stand for what chance shows. */
const madeUp = 100;

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

/** What chance stays below 19 times in 20: the 95th of a hundred, by nearest rank. */
export function chanceShows(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1]!;
}
