import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { fnv1a } from "../../../src/model/draws.js";

/**
 * P(M = 0), P(M = 1), … without end: how likely it is that so many initiatives were missed where `found` were found and
 * each is found with the chance `share`. A negative binomial distribution with r = found + ½.
 */
export function* missedChances(found: number, share: number): Generator<number, never> {
  const r = found + 0.5;
  let chance = Math.sqrt(share);
  for (let i = 0; i < found; i++) chance *= share;
  for (let k = 0; ; k++) {
    yield chance;
    chance *= ((r + k) / (k + 1)) * (1 - share);
  }
}

/** What was missed in a draw: the least number that at least the part `u` of the distribution does not pass. */
export function plainMissed(found: number, share: number, u: number): number {
  const part = Math.min(u, 1 - 1e-6);
  let [missed, below] = [0, 0];
  for (const chance of missedChances(found, share)) {
    below += chance;
    if (below >= part || missed === 10_000) return missed;
    missed++;
  }
  return missed;
}

/** The even draws of one city and dimension, in their order. */
export function missedDraws(city: string, dimension: string, draws: number, seed: number): number[] {
  const generator = mersenne((seed ^ fnv1a(`missed-${city}-${dimension}`)) | 0);
  return Array.from({ length: draws }, () => uniformFloat64(generator));
}
