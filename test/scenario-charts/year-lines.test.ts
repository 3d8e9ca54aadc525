import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandWords, countWords, fromTo, index, signed } from "../../src/scenario-charts/reading.js";
import { ceilingOf, coarseSteps, roundUp } from "../../src/scenario-charts/scale.js";
import { nearestSpot } from "../../src/scenario-charts/spots.js";
import { apart } from "../../src/scenario-charts/year-lines.js";

describe("apart(names, top, bottom, gap)", () => {
  it("keeps names apart and in their order, within the picture where there is room", () => {
    const heights = fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(heights, (ys) => {
        const placed = apart(
          ys.map((y) => ({ y })),
          20,
          202,
        ).map(({ y }) => y);
        for (let i = 1; i < placed.length; i++)
          expect(placed[i]! - placed[i - 1]!).toBeGreaterThanOrEqual(14);
        expect(Math.max(...placed)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it("leaves names alone that are apart already", () => {
    expect(apart([{ y: 100 }, { y: 50 }], 0, 200).map(({ y }) => y)).toEqual([50, 100]);
  });
});

describe("scales", () => {
  it("roundUp gives the least round number that is not below", () => {
    expect([0, 0.3, 1, 1.1, 51e6, 97, 100, 101].map((value) => roundUp(value))).toEqual([
      1, 0.3, 1, 1.2, 60e6, 100, 100, 120,
    ]);
    expect(roundUp(0.021, coarseSteps)).toBe(0.05);
    expect(roundUp(Number.NaN)).toBe(1);
  });

  it("ceilingOf holds while ranges are on their way and falls when they are there", () => {
    const kept = new Map<string, number>();
    expect(ceilingOf(110, kept, "cost", true)).toBe(120);
    expect(ceilingOf(50, kept, "cost", false)).toBe(120);
    expect(ceilingOf(50, kept, "other", false)).toBe(50);
    expect(ceilingOf(50, kept, "cost", true)).toBe(50);
    expect(ceilingOf(50, undefined, "cost", false)).toBe(50);
  });
});

describe("words", () => {
  it("tell values apart with as many decimals as it takes", () => {
    expect(fromTo(0.83, 0.77)).toBe("83 % to 77 %");
    expect(fromTo(1, 1)).toBe("100 % to 100 %");
    expect(fromTo(0.8299, 0.8252)).toBe("83.0 % to 82.5 %");
    expect(fromTo(0.83, 0.77, index, 2)).toBe("0.83 to 0.77");
    expect(fromTo(0.8299, 0.8252, index, 2)).toBe("0.830 to 0.825");
    expect(bandWords({ p10: 0.5, p50: 0.5, p90: 0.501 }, index)).toBe("0.50");
    expect([signed(0.02, 2), signed(-0.02, 2), signed(0.001, 2), signed(-0.001, 2)]).toEqual([
      "+0.02",
      "−0.02",
      "0.00",
      "0.00",
    ]);
    expect([countWords(0), countWords(8), countWords(12)]).toEqual(["none", "eight", "12"]);
  });
});

describe("nearestSpot(spots, x, y, reach)", () => {
  const spots = [0, 100].map((x) => ({ x, y: 0, words: () => String(x) }));
  it("is the nearest within reach, or none", () => {
    expect(nearestSpot(spots, 60, 0)?.words()).toBe("100");
    expect(nearestSpot(spots, 50, 50, 40)).toBeNull();
  });
});
