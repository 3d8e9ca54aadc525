import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileFunction, type DistributionName } from "../../src/model/distribution.js";
import { naturalLog } from "../../src/model/natural-log.js";
import { rootPower } from "../../src/model/root-power.js";

const spread = (low: number, central: number, high: number, distribution: DistributionName) => ({
  low,
  central,
  high,
  distribution,
});

describe("quantileFunction(spread)", () => {
  it.each([
    // 2 + 0.25 · 8
    [spread(2, 5, 10, "uniform"), 0.25, 4],
    // F(peak) = 0.25; below it 0 + √(0.16 · 4 · 1)
    [spread(0, 1, 4, "triangular"), 0.16, 0.8],
    // above it 4 − √(0.12 · 4 · 3)
    [spread(0, 1, 4, "triangular"), 0.88, 2.8],
    [spread(0, 1, 4, "triangular"), 0.25, 1],
    // √(2 · 0.125) = ½: half-way in ratio from 1 to 4
    [spread(1, 4, 64, "log-triangular"), 0.125, 2],
    [spread(1, 4, 64, "log-triangular"), 0.5, 4],
    [spread(1, 4, 64, "log-triangular"), 0.875, 16],
    [spread(1, 4, 64, "log-triangular"), 0, 1],
    [spread(1, 4, 64, "fixed"), 0.9, 4],
    [spread(4, 4, 4, "triangular"), 0.3, 4],
  ])("of %j at %d is %d", (given, u, expected) => {
    expect(quantileFunction(given)(u)).toBeCloseTo(expected, 7);
  });

  it("rises with u and stays between low and high", () => {
    const value = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    const share = fc.integer({ min: 0, max: 9999 }).map((step) => step / 10_000);
    const kind = fc.constantFrom<DistributionName>("fixed", "uniform", "triangular", "log-triangular");
    fc.assert(
      fc.property(value, value, value, kind, share, share, (a, b, c, distribution, u, v) => {
        const [low, central, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const quantile = quantileFunction({ low, central, high, distribution });
        const [lower, upper] = [quantile(Math.min(u, v)), quantile(Math.max(u, v))];
        expect(lower).toBeGreaterThanOrEqual(low);
        expect(upper).toBeLessThanOrEqual(high);
        // 2⁻³⁰ of an exponent may be lost on the way.
        expect(upper).toBeGreaterThanOrEqual(lower * (1 - 1e-7));
      }),
    );
  });
});

describe("rootPower(base)", () => {
  it("agrees with Math.pow to eight figures", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.integer({ min: 0, max: 10_000 }).map((step) => step / 10_000),
        (base, exponent) => {
          expect(rootPower(base)(exponent) / base ** exponent).toBeCloseTo(1, 7);
        },
      ),
    );
  });
});

describe("naturalLog(x)", () => {
  it("agrees with Math.log to the last few bits", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThanOrEqual(
          4e-16 * Math.max(1, Math.abs(Math.log(x))),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [1, 0],
    [0, -Infinity],
    [Infinity, Infinity],
    [-1, Number.NaN],
    [Number.NaN, Number.NaN],
  ])("of %d is %d", (x, expected) => {
    expect(naturalLog(x)).toBe(expected);
  });
});
