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
  ...Array.from({ length: 7 }, (_, i) => entry("indicator", `Unemployment ${i}`)),
];
const search = entrySearch(entries);
const titles = (query: string) => search(query).flatMap((kind) => kind.entries.map(({ title }) => title));

describe("entrySearch(entries)", () => {
  it.each([
    ["accents and case folded", "SAO PAULO", ["São Paulo", "Casa do Migrante"]],
    ["a beginning", "lis", ["Lisbon"]],
    ["a slip of the keyboard", "lisbom", ["Lisbon"]],
    ["words that are not shown", "programmes", ["Who pays"]],
    ["every word", "casa brazil", ["Casa do Migrante"]],
    ["no entry that has only one of the words", "casa lisbon", []],
    ["nothing for nothing", "  ", []],
    ["nothing for what is no word", "?!", []],
  ])("finds %s: %s", (_, query, found) => {
    expect(titles(query)).toEqual(found);
  });

  it("groups by kind, the kind of the best first, and says how many there are of each", () => {
    expect(search("sao paulo").map(({ kind, all }) => [kind, all])).toEqual([
      ["city", 1],
      ["practice", 1],
    ]);
    const [indicators] = search("unemployment");
    expect(indicators).toMatchObject({ kind: "indicator", all: 7 });
    expect(indicators!.entries).toHaveLength(mostOfKind);
  });
});
