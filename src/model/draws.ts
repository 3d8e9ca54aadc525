import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { Assumption } from "./assumptions.js";
import { quantileFunction } from "./distribution.js";
import { dimensions } from "./names.js";

/** Ranges of how an uncertainty is drawn. */
export const drawsRange = { minimum: 1, maximum: 10_000, default: 1000, unit: "draws" } as const;
export const seedRange = { minimum: 0, maximum: 0xffffffff, default: 1, unit: "whole number" } as const;

const ofDimension = new Set(dimensions.map((dimension) => `cost-${dimension}`));

/** Assumptions that share a common factor, and the assumption that says how much. A pooled cost goes with nothing. */
const correlated = [
  { shares: (id: string) => ofDimension.has(id), correlation: "cost-correlation" },
  { shares: (id: string) => id.startsWith("public-share-"), correlation: "public-share-correlation" },
];

/**
 * Draws every assumption n times. Costs by dimension share a common factor, and so do public shares (`commonPart`);
 * all others are independent, and in version 1 of the model, which has no correlations, all are.
 *
 * Each has a generator of its own, MT19937 (Matsumoto & Nishimura 1998, as pure-rand has it: whole 32-bit numbers
 * only), begun at the seed xor the FNV-1a hash of its id, and 53 random bits a draw. So an assumption that is
 * added, removed or changed moves no other's draws, and a changed range moves its own draws without shuffling
 * them: differences between two scenarios come from the scenarios.
 * @returns one list of n values an assumption, in the order given
 */
export function drawAssumptions(assumptions: readonly Assumption[], n: number, seed: number): Float64Array[] {
  const common = commonFactors(assumptions, n, seed);
  return assumptions.map((assumption) => {
    const values = new Float64Array(n);
    const quantile = quantileFunction(assumption);
    if (assumption.distribution === "fixed") return values.fill(assumption.central);
    const generator = mersenne(seed ^ fnv1a(assumption.id));
    const shared = common.find(({ shares }) => shares(assumption.id));
    if (shared) {
      const { factor, mix } = shared;
      for (let i = 0; i < n; i++) values[i] = quantile(mix(factor[i]!, uniformFloat64(generator)));
    } else for (let i = 0; i < n; i++) values[i] = quantile(uniformFloat64(generator));
    return values;
  });
}

/** The common factor of each group that has a correlation above 0, n uniform draws, and how it comes into a draw. */
function commonFactors(assumptions: readonly Assumption[], n: number, seed: number) {
  return correlated.flatMap(({ shares, correlation }) => {
    const strength = assumptions.find(({ id }) => id === correlation)?.central ?? 0;
    if (!(strength > 0)) return [];
    const generator = mersenne(seed ^ fnv1a(correlation));
    const factor = Float64Array.from({ length: n }, () => uniformFloat64(generator));
    return [{ shares, factor, mix: commonPart(strength) }];
  });
}

/**
 * Two uniform draws, the common and the own, as one uniform draw: with r² = ρ / (1 − ρ) and w = r / (1 + r), the sum
 * v = w · common + (1 − w) · own has a trapezoid for its density, and its distribution function makes it even again.
 * The sums of two assumptions that share the common draw have the correlation w² / (w² + (1 − w)²) = ρ; their ranks
 * come within some hundredths of it. Arithmetic alone, so that every engine has the same bytes; ρ = 1 gives the common
 * draw itself, and ρ = 0 the own.
 * @param correlation ρ, from 0 to 1
 */
export function commonPart(correlation: number): (common: number, own: number) => number {
  if (correlation >= 1) return (common) => common;
  if (correlation <= 0) return (_, own) => own;
  const r = Math.sqrt(correlation / (1 - correlation));
  const w = r / (1 + r);
  const [narrow, wide] = [Math.min(w, 1 - w), Math.max(w, 1 - w)];
  const corner = 2 * narrow * wide;
  return (common, own) => {
    const v = w * common + (1 - w) * own;
    if (v < narrow) return (v * v) / corner;
    return v <= wide ? (v - narrow / 2) / wide : 1 - ((1 - v) * (1 - v)) / corner;
  };
}

/** FNV-1a, 32 bits, of an ASCII text (Fowler, Noll & Vo; RFC 9923). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
