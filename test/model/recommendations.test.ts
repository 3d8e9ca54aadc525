import { describe, expect, it } from "vitest";
import { readCityContexts } from "../../src/model/city-contexts.js";
import {
  checklistThemes,
  cityGaps,
  gapsAnswered,
  ownDimensions,
  readRecommendations,
} from "../../src/model/recommendations.js";
import { rowsOf } from "../support/model/real-model.js";

const recommendations = readRecommendations(rowsOf);
const cities = readCityContexts(rowsOf);
const city = (id: string) => cities.find((of) => of.id === id)!;

describe("readRecommendations(rowsOf)", () => {
  it("lists the fifty of the documents: 14 + 10, three, 4 visions and 13 approaches, six observations", () => {
    const count = new Map<string, number>();
    for (const { listed, source_id, theme } of recommendations)
      if (listed) count.set(`${source_id} ${theme}`, (count.get(`${source_id} ${theme}`) ?? 0) + 1);
    expect(Object.fromEntries(count)).toEqual({
      "com-2012 local-governments": 14,
      "com-2012 community-partners": 10,
      "thp-2014 recommendations": 3,
      "100rc-2016 vision": 4,
      "100rc-2016 plan-for-a-dynamic-future": 4,
      "100rc-2016 embrace-and-integrate-newcomers": 3,
      "100rc-2016 thrive-together": 3,
      "100rc-2016 lead-for-change": 3,
      "seidle-2019 concluding-observations": 6,
    });
    expect(Object.keys(checklistThemes)).toEqual([
      ...new Set(recommendations.filter(({ listed }) => listed).map(({ source_id }) => source_id)),
    ]);
  });

  it("loses no row, and gives every one a dimension with its reason where it is flagged", () => {
    expect(recommendations.map(({ id }) => id).sort()).toEqual(
      rowsOf("recommendations")
        .map((row) => String(row["recommendation_id"]))
        .sort(),
    );
    for (const { id, readings } of recommendations) {
      expect(readings.length, id).toBeGreaterThan(0);
      for (const { dimension, flag, reason } of readings)
        if (flag && dimension !== "none") expect(reason, id).toMatch(/\w/);
    }
  });

  it("keeps the order of the table within a list and among the dimensions of one", () => {
    const local = recommendations.filter(({ theme }) => theme === "local-governments");
    expect(local.map(({ number }) => number)).toEqual(local.map((_, i) => i + 1));
    expect(ownDimensions(local[8]!)).toEqual(["social", "cultural"]);
  });
});

describe("cityGaps(city, cities)", () => {
  it("gives the dimensions below the median, the largest gap first", () => {
    const gaps = cityGaps(city("auckland"), cities)!;
    expect(gaps[0]).toEqual({ dimension: "political", own: 0, median: 1, gap: 1 });
    expect(gaps.map(({ gap }) => gap)).toEqual(gaps.map(({ gap }) => gap).sort((a, b) => b - a));
    for (const { own, median } of gaps) expect(own).toBeLessThan(median);
  });

  it("knows nothing of a city without a mapping: null, not an empty list", () => {
    const unmapped = cities.find(({ initiatives }) => initiatives === null)!;
    expect(cityGaps(unmapped, cities)).toBeNull();
  });
});

describe("gapsAnswered(recommendation, gaps)", () => {
  const gaps = cityGaps(city("auckland"), cities)!;

  it("are those in the recommendation's own dimensions", () => {
    const seats = recommendations.find(({ id }) => id === "com-local-05")!;
    expect(gapsAnswered(seats, gaps).map(({ dimension }) => dimension)).toEqual(["political"]);
  });

  it("are none for a recommendation of any dimension: else it would stand under every gap", () => {
    const equality = recommendations.find(({ id }) => id === "com-local-03")!;
    expect(equality.readings[0]!.dimension).toBe("multidimensional");
    expect(gapsAnswered(equality, gaps)).toEqual([]);
    const targets = recommendations.find(({ id }) => id === "com-local-14")!;
    expect(targets.readings[0]!.dimension).toBe("none");
    expect(gapsAnswered(targets, gaps)).toEqual([]);
  });
});
