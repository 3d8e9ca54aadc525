import { describe, expect, it } from "vitest";
import type { AskingCity } from "../../src/model/city-contexts.js";
import { noChoices, readChoices, toggled, writeChoices, type Choices } from "../../src/practices/choices.js";
import { facetsOf } from "../../src/practices/facets.js";
import { finder } from "../../src/practices/find.js";
import { loosenings } from "../../src/practices/loosen.js";
import { practiceSearch } from "../../src/practices/search.js";
import { sortPractices } from "../../src/practices/sort.js";
import { cityWords } from "../../src/practices/city-words.js";
import { equalWeights, everyVariable } from "../../src/model/comparators.js";
import { city, counts, practice } from "../support/model/any-register.js";

const met = [{ criterion: "innovation", stated: "met" }] as const;
const practices = [
  practice("b", { name: "Élan", city: "here", startYear: 2001 }),
  practice("a", { name: "Zoo", dimensions: ["political"], evaluation: "Told." }),
  practice("c", { name: "eagle", criteria: met, startYear: 2012, kind: "good" }),
];
const cities = [
  city("here", { name: "Here", initiatives: counts(1, 1, 1, 0, 1) }),
  city("there", { name: "There", initiatives: counts(1, 1, 1, 4, 1) }),
  city("new", { name: "New" }),
];
const facets = facetsOf(practices, [], (id) => id);
const search = practiceSearch(practices, []);
const find = finder({ practices, cities, facets, search });
const ids = (choices: Partial<Choices>) => find({ ...noChoices, ...choices }).listed.map(({ id }) => id);

describe("finder(parts)", () => {
  it("shows all, those with most evidence first, where nothing is chosen", () => {
    expect(ids({})).toEqual(["c", "a", "b"]);
  });

  it("ranks for a city, sets its own practices apart, and keeps the reasons", () => {
    const found = find({ ...noChoices, city: "here" });
    expect(found.listed.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(found.own.map(({ id }) => id)).toEqual(["b"]);
    expect(found.ranked.get("a")!.gaps[0]).toMatchObject({ dimension: "political", own: 0 });
    expect(found.sort).toBe("fit");
  });

  it("ranks by the weights of similarity that are chosen", () => {
    const near = { foreignBornPct: 10, shareGroup: "foreign-born" } as const;
    const all = [
      city("here", { ...near, initiatives: counts(1, 1, 1, 1, 1) }),
      city("region", { foreignBornPct: 90, shareGroup: "foreign-born" }),
      city("share", { ...near, region: "Asia" }),
    ];
    const list = [practice("of-region", { city: "region" }), practice("of-share", { city: "share" })];
    const findIn = finder({ practices: list, cities: all, facets, search: () => null });
    const first = (weights: Choices["weights"]) =>
      findIn({ ...noChoices, city: "here", weights }).listed[0]!.id;
    expect(first({ ...equalWeights, region: 4 })).toBe("of-region");
    expect(first({ ...equalWeights, region: 0 })).toBe("of-share");
    const once = { ...noChoices, city: "here" };
    expect(findIn(once).ranked).toBe(findIn({ ...once, q: "a" }).ranked);
  });

  it("narrows by search and filters together", () => {
    expect(ids({ q: "zo" })).toEqual(["a"]);
    expect(ids({ q: "zo", facets: { dimension: ["social"] } })).toEqual([]);
    expect(ids({ facets: { dimension: ["social", "political"], decade: ["not-stated"] } })).toEqual(["a"]);
  });

  it("says which one choice to take away where nothing is found", () => {
    const choices = { ...noChoices, q: "zoo", facets: { dimension: ["social"], decade: ["2000s"] } };
    expect(loosenings(choices, facets, find).map(({ words, found }) => [words, found])).toEqual([
      ["the search “zoo”", 1],
      ["the filter “Dimension”", 0],
      ["the filter “Decade of the start”", 0],
    ]);
  });

  it("offers the search with a word less before no search at all, where that finds something", () => {
    const ways = loosenings({ ...noChoices, q: " zoo  emprego" }, facets, find);
    expect(ways.map(({ words, found, choices }) => [words, found, choices.q])).toEqual([
      ["the word “emprego”", 1, "zoo"],
      ["the search “zoo  emprego”", 3, ""],
    ]);
  });
});

describe("sortPractices(practices, wish, hits, ranked)", () => {
  const order = (wish: "name" | "year" | "relevance" | "fit") =>
    sortPractices(practices, wish, null, null).sorted.map(({ id }) => id);

  it("sorts by name without case and accents, and by start with the undated last", () => {
    expect(order("name")).toEqual(["c", "b", "a"]);
    expect(order("year")).toEqual(["c", "b", "a"]);
  });

  it("falls back to evidence where there is neither a search nor a city", () => {
    expect(sortPractices(practices, "relevance", null, null).sort).toBe("evidence");
    expect(sortPractices(practices, null, search("zoo"), null).sort).toBe("relevance");
    expect(sortPractices(practices, "relevance", null, new Map()).sort).toBe("fit");
  });
});

describe("readChoices(search, facets, cities), writeChoices(search, choices)", () => {
  it("writes what it reads, and leaves other keys alone", () => {
    const address = "?x=1&q=s%C3%A3o&city=here&dimension=social,political&region=not-stated&sort=name";
    const { choices, notes } = readChoices(address, facets, cities);
    expect(notes).toEqual([]);
    expect(choices).toEqual({
      q: "são",
      city: "here",
      facets: { dimension: ["social", "political"], region: ["not-stated"] },
      weights: equalWeights,
      sort: "name",
    });
    expect(new URLSearchParams(writeChoices(address, choices))).toEqual(new URLSearchParams(address));
    expect(writeChoices(address, noChoices)).toBe("?x=1");
  });

  it("reads and keeps the weights of similarity, and says which it cannot use", () => {
    const { choices, notes } = readChoices("?city=here&weights=0,0,0,4,0", facets, cities);
    expect(notes).toEqual([]);
    expect(choices.weights).toEqual({ ...everyVariable(() => 0), region: 4 });
    expect(writeChoices("", choices)).toBe("?weights=0,0,0,4,0&city=here");
    const wrong = readChoices("?weights=9", facets, cities);
    expect(wrong.choices).toEqual(noChoices);
    expect(wrong.notes.join()).toMatch(/weights “9”/);
  });

  it("ignores what it cannot use and says so, and keeps the rest", () => {
    const { choices, notes } = readChoices(
      "?city=atlantis&dimension=social,astral&sort=best",
      facets,
      cities,
    );
    expect(choices).toEqual({ ...noChoices, facets: { dimension: ["social"] } });
    expect(notes).toHaveLength(3);
    expect(notes.join()).toMatch(/atlantis.*astral.*best/);
  });

  it("cuts a search of the address that nobody typed", () => {
    expect(readChoices("?q=a&q=b", facets, cities)).toMatchObject({
      choices: { q: "a" },
      notes: ["The link asks for several searches; the first is used."],
    });
    const { choices, notes } = readChoices(`?q=${"x".repeat(5000)}`, facets, cities);
    expect(choices.q).toHaveLength(100);
    expect(notes).toHaveLength(1);
  });
});

describe("toggled(choices, name, value)", () => {
  it("adds a value, and takes it away again", () => {
    const once = toggled(noChoices, "kind", "good");
    expect(once.facets.kind).toEqual(["good"]);
    expect(toggled(once, "kind", "good").facets.kind).toEqual([]);
  });
});

describe("cityWords(city, cities)", () => {
  it("names what a city lacks, the widest gap first, with its counts", () => {
    expect(cityWords(cities[0]!, cities)).toContain("in one dimension: political (none, median 2)");
  });

  it("says plainly that the gaps of a city without a mapping are not known", () => {
    expect(cityWords(cities[2]!, cities)).toMatch(/^New was not mapped, so its gaps are not known/);
  });

  it("says so where a city has none", () => {
    expect(cityWords(cities[1]!, cities)).toContain(
      "at or above the median of the mapped cities in all 5 dimensions",
    );
  });

  it("speaks of a reader's own city by her numbers, and names what she did not count", () => {
    const own = (initiatives: AskingCity["initiatives"], of: Partial<AskingCity> = {}): AskingCity => ({
      ...city("own-city", { name: "Ghent" }),
      ...of,
      initiatives,
    });
    const partly = own({ ...counts(1, 1, 1, 0, 1), legal: null });
    expect(cityWords(partly, cities)).toBe(
      "By your numbers Ghent has fewer initiatives than the median of the mapped cities in one dimension: political (none, median 2). Practices for the widest gap come first. Not known: legal. No practice gets a point for what is not known.",
    );
    expect(cityWords(own({ ...counts(1, 1, 1, 9, 1), legal: null }), cities)).toContain(
      "at or above the median of the mapped cities in all 4 dimensions that you counted",
    );
    expect(cityWords(own(null), cities)).toContain("the world region (Europe)");
    expect(cityWords(own(null, { region: "", country: "Atlantis" }), cities)).toContain(
      "no place in Atlantis",
    );
    expect(cityWords(own(null, { region: "", country: "" }), cities)).toContain("give its country");
  });

  it("ranks for a city that it is handed, anew when its counts change", () => {
    const asked = { ...city("own-city"), initiatives: { ...counts(1, 1, 1, 0, 1), legal: null } };
    let now: AskingCity = asked;
    const found = finder({ practices, cities, facets, cityOf: () => now, search: () => null });
    const gaps = () => found({ ...noChoices, city: "own-city" }).ranked.get("a")!.gaps;
    expect(gaps()).toHaveLength(1);
    now = { ...asked, initiatives: { ...asked.initiatives, political: 9 } };
    expect(gaps()).toHaveLength(0);
  });
});
