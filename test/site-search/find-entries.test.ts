import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/site-search/entry.js";
import { entrySearch, mostOfKind } from "../../src/site-search/find-entries.js";

const entry = (kind: Entry["kind"], title: string, more: Partial<Entry> = {}): Entry => ({
  kind,
  title,
  note: "",
  address: `/${kind}#${title}`,
  words: "",
  ...more,
});

const entries = [
  entry("city", "São Paulo", { note: "Brazil" }),
  entry("city", "Lisbon", { note: "Portugal" }),
  entry("practice", "Casa do Migrante", { note: "São Paulo, Brazil", words: "Houses newcomers." }),
  entry("page", "Who pays", { words: "Budgets and programmes" }),
  entry("page", "Note mark 26"),
  entry("recommendation", "Let owners let homes", { topics: ["housing"] }),
  entry("practice", "Cheap flats", { topics: ["money", "housing"] }),
  entry("practice", "Flats for newcomers", { words: "Money for a start.", topics: ["housing"] }),
  ...Array.from({ length: 7 }, (_, i) => entry("indicator", `Unemployment ${i}`)),
];
const topics = [
  { id: "housing", title: "Housing", phrases: ["Housing", "moradia"], reaches: [] },
  { id: "money", title: "Money", phrases: ["Money", "bank account"], reaches: [] },
];
const search = entrySearch(entries, topics);
const titles = (query: string) =>
  search(query).kinds.flatMap((kind) => kind.entries.map(({ title }) => title));

describe("entrySearch(entries)", () => {
  it.each([
    ["accents and case folded", "SAO PAULO", ["São Paulo", "Casa do Migrante"]],
    ["a beginning", "lis", ["Lisbon"]],
    ["a slip of the keyboard", "lisbom", ["Lisbon"]],
    ["two letters swapped", "migrnate", ["Casa do Migrante"]],
    ["another ending", "budgeting", ["Who pays"]],
    [
      "what is about a word's meaning, the most first",
      "moradia",
      [...["Flats for newcomers", "Cheap flats", "Let owners let homes"]],
    ],
    ["what is about a word and says another", "moradia newcomers", ["Flats for newcomers"]],
    ["what is about a phrase before what says its words", "money", ["Cheap flats", "Flats for newcomers"]],
    ["no short word that is only near", "vote", []],
    ["no near word where the word itself is there", "mark", ["Note mark 26"]],
    ["words that are not shown", "programmes", ["Who pays"]],
    ["every word", "casa brazil", ["Casa do Migrante"]],
    ["no entry that has only one of the words", "casa lisbon", []],
    ["nothing for nothing", "  ", []],
    ["nothing for what is no word", "?!", []],
  ])("finds %s: %s", (_, query, found) => {
    expect(titles(query)).toEqual(found);
  });

  it("says which word it took for another", () => {
    expect(search("lisbom").respelt).toEqual([{ typed: "lisbom", taken: "lisbon" }]);
    for (const query of ["lisbon", "moradia", "vote", ""]) expect(search(query).respelt).toEqual([]);
  });

  it("groups by kind, the kind of the best first, and says how many there are of each", () => {
    expect(search("sao paulo").kinds.map(({ kind, all }) => [kind, all])).toEqual([
      ["city", 1],
      ["practice", 1],
    ]);
    const [indicators] = search("unemployment").kinds;
    expect(indicators).toMatchObject({ kind: "indicator", all: 7 });
    expect(indicators!.entries).toHaveLength(mostOfKind);
  });
});
