import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/site-search/entry.js";
import { entrySearch } from "../../src/site-search/find-entries.js";
import { nearestNames, wordsOfPath } from "../../src/site-search/lost-address.js";

const entry = (kind: Entry["kind"], title: string, address: string): Entry => ({
  kind,
  title,
  address,
  note: "",
  words: "",
});
const search = entrySearch(
  [
    entry("city", "Lisbon", "/cities/lisbon"),
    entry("city", "São Paulo", "/cities/sao-paulo"),
    entry("page", "Cities of the evidence", "/cities/"),
    ...["a", "b", "c", "d"].map((id) => ({
      ...entry("practice", `Dictionary ${id}`, `/practices#${id}`),
      note: "Ghent, Belgium",
    })),
    // As near to "gent", and more often there.
    ...["e", "f", "g", "h", "i"].map((id) => entry("recommendation", `Get ${id}`, `/recommendations#${id}`)),
  ],
  // A word of the vocabulary is no place: "gente".
  [{ id: "contact", title: "Contact", phrases: ["gente", "gent"], reaches: [] }],
  { fewestLetters: 4, placesFirst: true },
);
const titles = (path: string) =>
  nearestNames(path, search).flatMap(({ entries }) => entries.map(({ title }) => title));

describe("wordsOfPath(path)", () => {
  it("reads names between slashes, whatever their dashes, endings and letters", () => {
    expect(wordsOfPath("/cities/s%C3%A3o-paolo.html")).toEqual(["cities", "são paolo"]);
    expect(wordsOfPath("/%/a_b/")).toEqual(["%", "a b"]);
    expect(wordsOfPath("/404")).toEqual([]);
    expect(wordsOfPath(`/${"a/".repeat(5000)}${"b".repeat(9000)}`)).toEqual([
      ...["a", "a", "a", "a", "a"],
      "b".repeat(80),
    ]);
  });
});

describe("nearestNames(path, search)", () => {
  it("finds a name through slips in it and in what stands before it", () => {
    expect(titles("/cites/lisbon")).toEqual(["Lisbon"]);
    expect(titles("/cities/sao-paolo")).toEqual(["São Paulo"]);
    expect(titles("/lisbon/nothing-here")).toEqual(["Lisbon"]);
  });

  it("names at most three of a kind, and nothing where nothing is near", () => {
    expect(titles("/cities/gent")).toHaveLength(3);
    expect(titles("/zzzzz")).toEqual([]);
    expect(titles("/")).toEqual([]);
  });
});
