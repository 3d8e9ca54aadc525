import fc from "fast-check";
import { quantile } from "d3-array";
import { describe, expect, it } from "vitest";
import { evenness } from "../../src/model/evenness.js";
import { gini } from "../../src/model/gini.js";
import { orderStatistics } from "../../src/model/order-statistics.js";
import { bandOf } from "../../src/model/percentiles.js";
import { phase } from "../../src/model/phase.js";

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 300 });

describe("phase(t, start, ramp)", () => {
  it.each([
    { start: 1, ramp: 0, phases: [0, 1, 1, 1] },
    { start: 0, ramp: 0, phases: [1, 1, 1, 1] },
    { start: 0, ramp: 2, phases: [0, 0.5, 1, 1] },
    { start: 1, ramp: 4, phases: [0, 0, 0.25, 0.5] },
  ])("start $start, ramp $ramp: $phases", ({ start, ramp, phases }) => {
    expect(phases.map((_, t) => phase(t, start, ramp))).toEqual(phases);
  });
});

describe("gini(values)", () => {
  it.each([
    [[1, 1, 1, 1], 0],
    // One has everything: (n − 1) / n.
    [[0, 0, 0, 8], 0.75],
    // |1−3| twice over 2 · 4 · 2
    [[1, 3], 0.25],
    [[0, 0], 0],
    [[], Number.NaN],
  ])("of %j is %d", (given, expected) => {
    expect(gini(given)).toBe(expected);
  });

  it("does not change with the unit and lies from 0 to (n − 1) / n", () => {
    fc.assert(
      fc.property(values, (given) => {
        const found = gini(given);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual((given.length - 1) / given.length + 1e-12);
        expect(gini(given.map((value) => value * 7))).toBeCloseTo(found, 9);
      }),
    );
  });
});

describe("evenness(counts)", () => {
  it.each([
    [[3, 3, 3, 3, 3], 1],
    [[7, 0, 0, 0, 0], 0],
    // Two of four alike: ln 2 / ln 4.
    [[5, 5, 0, 0], 0.5],
  ])("of %j is %d", (counts, expected) => {
    expect(evenness(counts)).toBeCloseTo(expected, 12);
  });

  it("cannot be said of nothing, nor of one count", () => {
    expect([[], [4], [0, 0]].map(evenness)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe("orderStatistics(values, places)", () => {
  it("gives what sorting would put there, and leaves the list as it is", () => {
    fc.assert(
      fc.property(fc.oneof(values, fc.array(fc.constantFrom(1, 2, 2.5), { minLength: 1 })), (given) => {
        const list = Float64Array.from(given);
        const places = [0, given.length >> 1, given.length - 1];
        const sorted = list.toSorted();
        expect(orderStatistics(list, places)).toEqual(places.map((place) => sorted[place]));
        expect(Array.from(list)).toEqual(given);
      }),
    );
  });
});

describe("bandOf(values)", () => {
  it("is R-7, as d3 has it", () => {
    fc.assert(
      fc.property(values, (given) => {
        const { p10, p50, p90 } = bandOf(Float64Array.from(given));
        const expected = [0.1, 0.5, 0.9].map((p) => quantile(given, p)!);
        [p10, p50, p90].forEach((found, i) => expect(found).toBeCloseTo(expected[i]!, 6));
      }),
    );
  });

  it("of 1 … 11 is 2, 6, 10", () => {
    const values = Float64Array.from({ length: 11 }, (_, i) => 11 - i);
    expect(bandOf(values)).toEqual({ p10: 2, p50: 6, p90: 10 });
  });
});
