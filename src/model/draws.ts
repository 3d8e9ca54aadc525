import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { Assumption } from "./assumptions.js";
import { quantileFunction } from "./distribution.js";

/** Ranges of how an uncertainty is drawn. */
export const drawsRange = { minimum: 1, maximum: 10_000, default: 1000, unit: "draws" } as const;
export const seedRange = { minimum: 0, maximum: 0xffffffff, default: 1, unit: "whole number" } as const;

/**
 * Draws every assumption n times, independently.
 *
 * Each has a generator of its own, MT19937 (Matsumoto & Nishimura 1998, as pure-rand has it: whole 32-bit numbers
 * only), begun at the seed xor the FNV-1a hash of its id, and 53 random bits a draw. So an assumption that is
 * added, removed or changed moves no other's draws, and a changed range moves its own draws without shuffling
 * them: differences between two scenarios come from the scenarios.
 * @returns one list of n values an assumption, in the order given
 */
export function drawAssumptions(assumptions: readonly Assumption[], n: number, seed: number): Float64Array[] {
  return assumptions.map((assumption) => {
    const values = new Float64Array(n);
    const quantile = quantileFunction(assumption);
    if (assumption.distribution === "fixed") return values.fill(assumption.central);
    const generator = mersenne(seed ^ fnv1a(assumption.id));
    for (let i = 0; i < n; i++) values[i] = quantile(uniformFloat64(generator));
    return values;
  });
}

/** FNV-1a, 32 bits, of an ASCII text (Fowler, Noll & Vo; RFC 9923). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
