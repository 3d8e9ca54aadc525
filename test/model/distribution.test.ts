import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withOverrides } from "../../src/model/assumptions.js";
import { quantileFunction, sideDrawn, type DistributionName } from "../../src/model/distribution.js";
import { drawAssumptions, fnv1a } from "../../src/model/draws.js";
import { naturalLog } from "../../src/model/natural-log.js";
import { rootPower } from "../../src/model/root-power.js";
import { model, valueOf } from "../support/model/real-model.js";

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
    // One side alone: √(1 − 0.75) = ½, half-way in ratio from 1 to 16.
    [spread(1, 1, 16, "log-triangular"), 0.75, 4],
    [spread(1, 1, 16, "log-triangular"), 0, 1],
    [spread(1, 1, 16, "log-triangular"), 1, 16],
    // √0.25 = ½, half-way in ratio from 16 to 1.
    [spread(1, 16, 16, "log-triangular"), 0.25, 4],
    [spread(1, 16, 16, "log-triangular"), 0, 1],
    [spread(1, 16, 16, "log-triangular"), 1, 16],
    // 4 − √(0.25 · 4 · 4), and √(0.25 · 4 · 4): a peak may be an end.
    [spread(0, 0, 4, "triangular"), 0.75, 2],
    [spread(0, 4, 4, "triangular"), 0.25, 2],
    [spread(1, 4, 64, "fixed"), 0.9, 4],
    [spread(1, 1, 64, "fixed"), 0.9, 1],
    [spread(4, 4, 4, "triangular"), 0.3, 4],
  ])("of %j at %d is %d", (given, u, expected) => {
    expect(quantileFunction(given)(u)).toBeCloseTo(expected, 7);
  });

  it("rises with u and stays between low and high", () => {
    const value = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    const share = fc.integer({ min: 0, max: 9999 }).map((step) => step / 10_000);
    const where = fc.constantFrom("low" as const, "middle" as const, "high" as const);
    const kind = fc.constantFrom<DistributionName>("fixed", "uniform", "triangular", "log-triangular");
    fc.assert(
      fc.property(value, value, value, kind, where, share, share, (a, b, c, distribution, place, u, v) => {
        const [low, middle, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const central = { low, middle, high }[place];
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

describe("draws of a spread whose central value is an end of its range", () => {
  const table = model.assumptions.find(({ id }) => id === "cost-social")!;
  const drawnWith = (values: Partial<typeof table>) => {
    const used = valueOf(withOverrides([...model.assumptions], { "cost-social": values }));
    const assumption = used.find(({ id }) => id === "cost-social")!;
    return { assumption, values: drawAssumptions([assumption], 10_000, 1)[0]! };
  };

  it.each([
    ["central moved below the range", { central: 1_000 }, "above"],
    ["central moved above the range", { central: 20_000_000 }, "below"],
    ["an end moved to the central value", { low: 220_000 }, "above"],
    ["the other end moved to it", { high: 220_000 }, "below"],
  ] as const)("hold no value twice and lie on one side: %s", (_, changed, side) => {
    const { assumption, values } = drawnWith(changed);
    expect(sideDrawn(assumption)).toBe(side);
    expect(new Set(values).size).toBe(values.length);
    const { central, low, high } = assumption;
    expect(values.every((value) => value >= low && value <= high)).toBe(true);
    expect(values.filter((value) => (side === "above" ? value < central : value > central))).toEqual(
      new Float64Array(0),
    );
    // As many lie below a value as its quantile function says, to three standard deviations.
    for (const u of [0.1, 0.25, 0.5, 0.9]) {
      const bound = quantileFunction(assumption)(u);
      const share = values.filter((value) => value < bound).length / values.length;
      expect(Math.abs(share - u)).toBeLessThan(3 * Math.sqrt((u * (1 - u)) / values.length));
    }
  });

  it("are as they were where it is none, and where nothing is drawn", () => {
    expect(sideDrawn(table)).toBeNull();
    expect(sideDrawn({ ...table, distribution: "fixed", low: table.central })).toBeNull();
    expect(sideDrawn({ ...table, low: 5, central: 5, high: 5 })).toBeNull();
    const then = { ...table, low: 32_000, central: 220_000, high: 1_500_000 };
    const values = drawAssumptions([then], 10_000, 1)[0]!;
    // FNV-1a of the bytes of the draws that links of the first model were made with.
    expect(fnv1a(String(values))).toBe(3_537_519_400);
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
