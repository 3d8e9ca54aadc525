import { describe, expect, it } from "vitest";
import type { CityContext } from "../../src/model/city-contexts.js";
import { fitWeights, practicesForRecommendation } from "../../src/model/practices-for-recommendation.js";
import type { Practice } from "../../src/model/practices.js";
import type { Recommendation } from "../../src/model/recommendations.js";
import { topicsOf } from "../../src/model/topics.js";
import { practice as barePractice } from "../support/model/any-register.js";

function practice(id: string, summary: string, change: Partial<Practice> = {}): Practice {
  return barePractice(id, { name: id, summary, ...change });
}

function advice(
  summary: string,
  ...dimensions: Recommendation["readings"][number]["dimension"][]
): Recommendation {
  return {
    id: "advice",
    number: 1,
    audience: "cities",
    theme: "local-governments",
    summary,
    source_id: "com-2012",
    locator: "1",
    readings: dimensions.map((dimension) => ({ dimension, flag: "e", reason: null })),
    listed: true,
  };
}

function city(id: string, social: number, change: Partial<CityContext> = {}): CityContext {
  return {
    id,
    name: id,
    country: "A",
    region: "Europe",
    foreignBornPct: null,
    shareGroup: null,
    policyLevel: null,
    arrivals: null,
    challenges: null,
    countedIn: null,
    initiatives: { social, cultural: 4, legal: 4, political: 4, economic: 4 },
    partnerships: null,
    ...change,
  };
}

const ids = (of: ReturnType<typeof practicesForRecommendation>) => of.map(({ practice }) => practice.id);

describe("topicsOf(text)", () => {
  it("finds a subject by its words, whatever their ending, case and accents", () => {
    expect([...topicsOf("Interpreters for everyone")]).toEqual([["language", "interpreters"]]);
    expect([...topicsOf("MULTILINGÜE")]).toEqual([["language", "multilingue"]]);
  });

  it("does not take one word for another that begins alike: internet is no internship", () => {
    expect([...topicsOf("internet, international, officer, mediates").keys()]).toEqual([]);
  });
});

describe("practicesForRecommendation(recommendation, practices, city, cities)", () => {
  const translate = advice("Translate and interpret", "social");

  it("puts practices of the same subject first, and says which word shows it", () => {
    const found = practicesForRecommendation(
      translate,
      [practice("clinic", "A clinic"), practice("course", "Courses of the local language")],
      null,
      [],
    );
    expect(ids(found)).toEqual(["course", "clinic"]);
    expect(found[0]!.shared).toEqual([{ topic: "language", word: "language" }]);
    expect(found[1]!.shared).toEqual([]);
  });

  it("leaves out practices that share no dimension, and the city's own", () => {
    const practices = [
      practice("jobs", "language", { dimensions: ["economic"] }),
      practice("own", "language", { city: "here" }),
      practice("there", "language", { city: "there" }),
    ];
    const cities = [city("here", 1), city("there", 5)];
    expect(ids(practicesForRecommendation(translate, practices, cities[0]!, cities))).toEqual(["there"]);
  });

  it("takes practices of every dimension where the advice is for any of them", () => {
    const practices = [practice("a", "x"), practice("b", "x", { dimensions: ["legal", "economic"] })];
    const found = practicesForRecommendation(advice("x", "multidimensional"), practices, null, []);
    expect(ids(found)).toEqual(["a", "b"]);
    expect(found[1]!.dimensions).toEqual(["legal", "economic"]);
  });

  it("counts gaps of the city in the advice's dimensions alone", () => {
    const cities = [city("here", 0), city("there", 4), city("third", 4)];
    cities[0] = { ...cities[0]!, initiatives: { ...cities[0]!.initiatives!, legal: 0 } };
    const [found] = practicesForRecommendation(
      translate,
      [practice("both", "x", { city: "there", dimensions: ["social", "legal"] })],
      cities[0],
      cities,
    );
    expect(found!.ranked!.gaps.map(({ dimension }) => dimension)).toEqual(["social"]);
    expect(found!.practice.dimensions).toEqual(["social", "legal"]);
    expect(found!.dimensions).toEqual(["social"]);
  });

  it("scores by hand: half the subject, three tenths the city, two tenths the dimensions", () => {
    expect(fitWeights.topics + fitWeights.city + fitWeights.dimensions).toBeCloseTo(1, 12);
    const practices = [
      practice("course", "language", { city: "there", dimensions: ["social", "cultural"] }),
      practice("clinic", "clinic", { city: "there" }),
    ];
    const cities = [city("here", 0, { region: "Asia" }), city("there", 4), city("third", 4)];
    const found = practicesForRecommendation(translate, practices, cities[0]!, cities);
    // The gap is whole (0.7 of the ranking), nothing is alike, nothing is said of transferability.
    expect(found.map(({ score }) => score)).toEqual([
      expect.closeTo(0.5 + 0.3 * 0.7 + 0.2 * 0.5, 12),
      expect.closeTo(0.3 * 0.7 + 0.2, 12),
    ]);
  });

  it("keeps the order of the register where nothing else decides, and gives three unless asked for more", () => {
    const practices = ["a", "b", "c", "d"].map((id) => practice(id, "x"));
    expect(ids(practicesForRecommendation(translate, practices, null, []))).toEqual(["a", "b", "c"]);
    expect(practicesForRecommendation(translate, practices, null, [], 4)).toHaveLength(4);
    expect(practicesForRecommendation(translate, [], null, [])).toEqual([]);
  });
});
