import { describe, expect, it } from "vitest";
import { missedQuantile, mostMissed } from "../../src/model/missed.js";

/** The share of even u at which each number is met, on a grid of n. */
function sharesOf(found: number, q: number, n = 200_000): number[] {
  const counts: number[] = [];
  for (let i = 0; i < n; i++) {
    const missed = missedQuantile(found, q, (i + 0.5) / n);
    counts[missed] = (counts[missed] ?? 0) + 1;
  }
  return Array.from(counts, (count) => (count ?? 0) / n);
}

describe("missedQuantile(n, q, u)", () => {
  it("misses nothing where everything was found", () => {
    for (const u of [0, 0.5, 1]) expect(missedQuantile(12, 1, u)).toBe(0);
  });

  // Negative binomial, r = n + ½: P(0) = q^r, P(1) = r (1 − q) q^r, by hand.
  it.each([
    [0, 0.8],
    [3, 0.6],
    [14, 0.9],
  ])("of %i found with probability %f has the probabilities of its distribution", (found, q) => {
    const r = found + 0.5;
    const shares = sharesOf(found, q);
    expect(shares[0]).toBeCloseTo(q ** r, 4);
    expect(shares[1]).toBeCloseTo(r * (1 - q) * q ** r, 4);
    expect(shares[2]).toBeCloseTo(((r * (r + 1)) / 2) * (1 - q) ** 2 * q ** r, 4);
    const mean = shares.reduce((sum, share, missed) => sum + share * missed, 0);
    expect(mean).toBeCloseTo((r * (1 - q)) / q, 2);
  });

  it("never falls as u rises, and never rises with the share found", () => {
    for (const found of [0, 1, 6, 21])
      for (let u = 0; u < 1; u += 0.05) {
        expect(missedQuantile(found, 0.7, u + 0.05)).toBeGreaterThanOrEqual(missedQuantile(found, 0.7, u));
        expect(missedQuantile(found, 0.6, u)).toBeGreaterThanOrEqual(missedQuantile(found, 0.9, u));
      }
  });

  it("ends, at the highest u and for counts far above any mapping", () => {
    expect(missedQuantile(21, 0.05, 1)).toBeLessThan(mostMissed);
    expect(missedQuantile(5000, 0.5, 0.5)).toBe(5001);
    expect(missedQuantile(1e6, 0.05, 0.5)).toBe(mostMissed);
  });
});
