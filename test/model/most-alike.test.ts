import { describe, expect, it } from "vitest";
import type { CityContext } from "../../src/model/city-contexts.js";
import { mostAlike } from "../../src/model/most-alike.js";
import { besideWords } from "../../src/start/beside-words.js";

const counts = { social: 1, cultural: 1, legal: 1, political: 1, economic: 1 };
const city = (id: string, more: Partial<CityContext> = {}): CityContext => ({
  id,
  name: id.toUpperCase(),
  country: "Land",
  region: "Here",
  foreignBornPct: null,
  policyLevel: null,
  arrivals: null,
  countedIn: null,
  initiatives: counts,
  partnerships: null,
  ...more,
});
const known = { foreignBornPct: 10, policyLevel: "local", arrivals: "mostly-economic" } as const;
const alikeTo = (own: CityContext, cities: CityContext[]) =>
  mostAlike(own, cities, 2).map(({ city, alike }) => [city.id, alike]);

describe("mostAlike(city, cities, most)", () => {
  it("gives the mapped cities most like it, without itself and without those that nobody mapped", () => {
    const own = city("a", known);
    const others = [
      own,
      city("far", { region: "There" }),
      city("near", known),
      city("described", { ...known, initiatives: null }),
      city("half", { ...known, foreignBornPct: 20 }),
    ];
    expect(alikeTo(own, others)).toEqual([
      ["near", 1],
      ["half", 0.875],
    ]);
  });

  it("gives no point for what no document tells, and keeps the order of those that are equally like it", () => {
    const others = [city("b"), city("c", { region: "There" }), city("d"), city("e")];
    expect(alikeTo(city("a", known), others)).toEqual([
      ["b", 0.25],
      ["d", 0.25],
    ]);
  });
});

describe("besideWords(name, beside)", () => {
  it("says what is alike, and where little is known to be", () => {
    const own = city("a", known);
    const beside = mostAlike(
      own,
      [city("near", known), city("far", { region: "There", foreignBornPct: 1 })],
      2,
    );
    expect(besideWords("A", beside)).toBe(
      "A is shown with the mapped cities most like it: NEAR (similar: share of foreign-born residents (10 % here, 10 % there), who arrives, level of integration policy and world region) and FAR (little is known to be similar).",
    );
  });

  it("claims no likeness where none is known", () => {
    const others = [city("b"), city("c"), city("d", { initiatives: { ...counts, legal: 9 } })];
    const unlike = { region: "", country: "" };
    expect(besideWords("A", mostAlike({ ...city("a", unlike), initiatives: null }, others, 2))).toBe(
      "A is shown with B and C, the first mapped cities by name: no document says which are most like it.",
    );
    const own = { ...counts, social: null, legal: 8 };
    expect(besideWords("A", mostAlike({ ...city("a", unlike), initiatives: own }, others, 2))).toBe(
      "A is shown with D and B, the mapped cities whose initiatives are nearest to it in number: no document says which are most like it.",
    );
  });
});
