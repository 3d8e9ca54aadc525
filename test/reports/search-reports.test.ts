import { describe, expect, it } from "vitest";
import { reportSearch, type SearchedReport } from "../../src/reports/search-reports.js";

const report = (slug: string, more: Partial<SearchedReport>): SearchedReport => ({
  slug,
  title: "",
  authors: "",
  abstract: "",
  figures: "",
  sources: "",
  text: "",
  ...more,
});

describe("the search of the reports", () => {
  const search = reportSearch([
    report("first", { text: "Cities count initiatives, and integrate whom they count." }),
    report("second", { title: "Initiatives of cities", sources: "Seidle 2019" }),
    report("third", { figures: "Money by city", text: "São Paulo pays." }),
  ]);

  it("finds a word at every letter that is typed of it", () => {
    const word = "initiatives";
    for (let length = 4; length <= word.length; length++)
      expect(search(word.slice(0, length)), word.slice(0, length)).toEqual(["second", "first"]);
  });

  it("finds other forms, and words without their marks", () => {
    expect(search("integration")).toEqual(["first"]);
    expect(search("integrating")).toEqual(["first"]);
    expect(search("sao paulo")).toEqual(["third"]);
  });

  it("wants every word, in whichever field", () => {
    expect(search("initiatives Seidle")).toEqual(["second"]);
    expect(search("money initiatives")).toEqual([]);
  });

  it("gives all where nothing is asked", () => {
    expect(search("")).toEqual(["first", "second", "third"]);
    expect(search(" of the ")).toEqual(["first", "second", "third"]);
  });
});
