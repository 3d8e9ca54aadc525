import { describe, expect, it } from "vitest";
import { adviceFor } from "../../src/model/city-advice.js";
import type { CityGap } from "../../src/model/city-contexts.js";
import type { DimensionReading, Recommendation } from "../../src/model/recommendations.js";

const recommendation = (
  id: string,
  dimensions: DimensionReading["dimension"][],
  more: Partial<Recommendation> = {},
): Recommendation => ({
  id,
  number: 1,
  audience: "cities",
  theme: "local-governments",
  summary: id,
  source_id: "com-2012",
  locator: "1",
  readings: dimensions.map((dimension) => ({ dimension, flag: null, reason: null })),
  listed: true,
  ...more,
});
const gap = (dimension: CityGap["dimension"], size: number): CityGap => ({
  dimension,
  own: 0,
  median: 1,
  gap: size,
});
const all = [
  recommendation("any", ["multidimensional"]),
  recommendation("community", ["political"], { audience: "community" }),
  recommendation("vote", ["political"]),
  recommendation("work", ["economic"]),
  recommendation("work-and-vote", ["economic", "political"]),
  recommendation("research", ["political"], { listed: false }),
];
const ids = (...given: Parameters<typeof adviceFor>) => adviceFor(...given).map((of) => of.recommendation.id);

describe("adviceFor(gaps, recommendations)", () => {
  it("goes round the gaps in turns, the largest first, and gives none twice", () => {
    expect(ids([gap("political", 1), gap("economic", 0.5)], all)).toEqual([
      "vote",
      "work",
      "work-and-vote",
      "community",
    ]);
  });

  it("gives those for any dimension where gaps are not known, or where there is none", () => {
    expect(ids(null, all)).toEqual(["any"]);
    expect(ids([], all)).toEqual(["any"]);
  });

  it("says which gap each speaks to, and leaves out what is no advice", () => {
    const political = gap("political", 1);
    const advice = adviceFor([political], all);
    expect(advice.every((of) => of.gap === political)).toBe(true);
    expect(advice.some((of) => of.recommendation.id === "research")).toBe(false);
  });

  it("gives at most as many as asked for", () => {
    expect(ids([gap("political", 1)], all, 1)).toEqual(["vote"]);
    expect(ids(null, [])).toEqual([]);
  });
});
