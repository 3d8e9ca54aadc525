import { describe, expect, it } from "vitest";
import type { Row } from "../../src/components/figure.js";
import {
  flagMark,
  flagNames,
  flagMeanings,
  flagSentence,
  flagWords,
  formatCell,
  formatLarge,
  formatList,
  formatNumber,
  formatShort,
  mindWords,
  percent,
} from "../../src/components/format.js";
import { evidence } from "../support/evidence/real-evidence.js";

describe("percent(share, decimals)", () => {
  it.each([
    [0.83, 0, "83 %"],
    [0.1234, 1, "12.3 %"],
    [0, 0, "0 %"],
    [1, 0, "100 %"],
    [1 - 1e-12, 0, "100 %"],
    [0.996, 0, "99.6 %"],
    [0.9996, 0, "99.96 %"],
    [0.004, 0, "0.4 %"],
    [1.004, 0, "100.4 %"],
  ])("%d with %i decimals is %s: what is not whole never reads as whole", (share, decimals, text) => {
    expect(percent(share, decimals)).toBe(text);
  });
});

describe("formatNumber(value, decimals)", () => {
  it.each([
    [0, 0, "0"],
    [1234567, 0, "1,234,567"],
    [0.5, 0, "1"],
    [2.345, 2, "2.35"],
    [10, 1, "10.0"],
    [-3, 0, "−3"],
    [-1234.5, 1, "−1,234.5"],
  ])("%d with %i decimals is %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it("shows whole numbers where no decimals are asked for", () => {
    expect(formatNumber(26.4)).toBe("26");
  });

  it("never writes minus zero", () => {
    expect(formatNumber(-0)).toBe("0");
    expect(formatNumber(-0.2)).toBe("0");
  });
});

describe("formatLarge(value)", () => {
  it.each([
    [65_300_000, "65.3 million"],
    [7_300_000_000, "7.3 billion"],
    [-2_000_000, "−2.0 million"],
    [999_999, "999,999"],
    [12, "12"],
  ])("%d is %s", (value, text) => {
    expect(formatLarge(value)).toBe(text);
  });

  it("never rounds up to a thousand of the smaller word", () => {
    expect(formatLarge(999_960_000)).toBe("1.0 billion");
  });
});

describe("formatCell(value, column)", () => {
  it.each([
    [true, {}, "yes"],
    [false, {}, "no"],
    ["São Paulo", {}, "São Paulo"],
    [2013, { year: true }, "2013"],
    [12345, {}, "12,345"],
    [2013, {}, "2,013"],
  ])("%j in column %j is %s", (value, column, text) => {
    expect(formatCell(value, column)).toBe(text);
  });

  it("shows an id by the words of its column, and one without words as itself", () => {
    const column = { names: { lisbon: "Lisboa" } };
    expect([formatCell("lisbon", column), formatCell("nairobi", column)]).toEqual(["Lisboa", "nairobi"]);
  });

  it("shows the decimals of the column", () => {
    expect(formatCell(1 / 3, { decimals: 2 })).toBe("0.33");
  });

  it("shows a number as printed with just the decimals it has", () => {
    const printed = (value: number) => formatCell(value, { asPrinted: true });
    expect([40, 1.75, 25.6, -0.5].map(printed)).toEqual(["40", "1.75", "25.6", "−0.5"]);
  });
});

describe("flags", () => {
  it("have the meanings of Eurostat's letters, and j of our own", () => {
    expect(Object.keys(flagMeanings).sort().join("")).toBe("bdejnpu");
  });

  it("flagWords(row): meanings, then the note", () => {
    expect(flagWords({ flag: "e", note: "about, in the document" })).toBe(
      "estimated: about, in the document",
    );
    expect(flagWords({ flag: "nu", note: null })).toBe("unclear in the report, low reliability");
    expect(flagWords({ flag: null, note: "a note" })).toBe("");
    expect(flagWords({})).toBe("");
    expect(mindWords({ note: "summary: printed as some 80 per cent" })).toBe(
      "What is said: printed as some 80 per cent",
    );
  });

  it.each([
    ["foreign_born_pct: rounded", " (foreign-born share): rounded"],
    ["foreign_born_year: not given", " (year of the share): not given"],
    ["population and foreign_born_pct: both old", ": population and foreign-born share: both old"],
    ["not_replied: 2 as printed", " (not replied): 2 as printed"],
    ["sums of amount_local, not amount_usd", ": sums of amount local, not amount usd"],
    ["partnerships: one of four", " (partnerships): one of four"],
    ["summary: a guess; since: 1970", " (what is said): a guess; since: 1970"],
    ["the report (page 3): about", ": the report (page 3): about"],
    ["foreign-born, as counted in 2011", ": foreign-born, as counted in 2011"],
  ])("flagWords(row): the columns of a note in words: %j is %j", (note, words) => {
    expect(flagWords({ flag: "e", note })).toBe(`estimated${words}`);
  });

  it("flagWords(row): no note of the evidence names a column by its id", () => {
    for (const { resource, rows } of evidence.values()) {
      const ids = resource.schema.fields.map((field) => field.name).filter((name) => name.includes("_"));
      for (const row of rows)
        for (const id of ids) expect(flagWords(row), resource.name).not.toMatch(new RegExp(`\\b${id}\\b`));
    }
  });

  it("flagWords(row): a letter without a meaning stays itself", () => {
    expect(flagWords({ flag: "z" })).toBe("z");
  });

  it("flagMark(row): one sign behind a number, whatever its flags", () => {
    expect(flagMark({ flag: "bdejnpu" })).toBe("*");
    expect(flagMark({ flag: null })).toBe("");
    expect(flagMark({ flag: "" })).toBe("");
    expect(flagMark({})).toBe("");
  });

  it("flagNames(row): its flags in words", () => {
    expect(flagNames({ flag: "dn" })).toBe("definition differs, unclear in the report");
    expect(flagNames({ flag: null })).toBe("");
  });

  it("flagSentence(rows, mark): how many rows, each meaning once, its mark, and where to read why", () => {
    const flagged: Row[] = [{ flag: "pe" }, { flag: "e" }, { flag: null }, {}];
    expect(flagSentence(flagged)).toBe(
      "2 of 4 rows carry a flag: estimated, provisional; the table says why.",
    );
    expect(flagSentence(flagged, "*")).toMatch(/^2 of 4 rows carry a flag \(\*\): estimated/);
    expect(flagSentence([{ flag: null }, { flag: "" }, {}])).toBe("");
    expect(flagSentence([])).toBe("");
  });

  it("flagSentence(rows): one row carries a flag", () => {
    expect(flagSentence([{ flag: "e" }, {}])).toMatch(/^1 of 2 rows carries a flag/);
  });
});

describe("formatShort(value)", () => {
  it("has decimals only where the number has them", () => {
    expect([10.5, 6, 0, -1.25].map(formatShort)).toEqual(["10.5", "6", "0", "−1.3"]);
  });
});

describe("formatList(names)", () => {
  it.each([
    [[], ""],
    [["Lisbon"], "Lisbon"],
    [["Lisbon", "Nairobi"], "Lisbon and Nairobi"],
    [["Auckland", "Lisbon", "Nairobi"], "Auckland, Lisbon and Nairobi"],
  ])("%j is %j", (names, text) => {
    expect(formatList(names)).toBe(text);
  });
});
