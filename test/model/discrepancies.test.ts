import { describe, expect, it } from "vitest";
import { apart, sizeOf, weightOf } from "../../src/model/discrepancies.js";
import { evidence } from "../support/evidence/real-evidence.js";

describe("sizeOf(reading)", () => {
  it.each([
    ["12", 12, "count"],
    ["32.9 (263 over 8)", 32.9, "count"],
    ["7.2 % (10 of 139)", 7.2, "share"],
    ["about 26 %", 26, "share"],
    ["up to NZ$2,400 a person, by means", 2400, "money"],
    ["C$1.8 billion (2017–18)", 1.8e9, "money"],
    ["244 million in the world", 244e6, "count"],
    ["655,365 refugees registered in Jordan", 655365, "count"],
    ["over 61,000", 61000, "count"],
  ])("%s is %d", (reading, value, unit) => {
    expect(sizeOf(reading)).toEqual({ value, unit });
  });

  it.each([
    "Table 7",
    "",
    "most of 19",
    "2016",
    "1951",
    "2010-2013",
    "1.5 to 3 million people a week",
    "50 % and 37 %",
  ])("%j has no one size", (reading) => expect(sizeOf(reading)).toBeNull());
});

describe("weightOf(one, other)", () => {
  it("is the difference as a part of the larger reading, whichever comes first", () => {
    expect(apart("30", "40")).toBe(0.25);
    expect(apart("40", "30")).toBe(0.25);
    expect(apart("4", "0")).toBe(1);
    expect([weightOf("40", "30"), weightOf("10", "9"), weightOf("100", "91")]).toEqual([
      "large",
      "middle",
      "small",
    ]);
  });

  it("has no size for words and years, for other units, and for equal numbers said of different things", () => {
    for (const [one, other] of [
      ["12", "the majority"],
      ["2016", "2015"],
      ["80 %", "€63.8 billion"],
      ["54 % of the city", "54 % of the region"],
    ] as const)
      expect(weightOf(one, other)).toBe("words");
  });

  it("takes a number without a unit for either: a table leaves the unit to its heading", () => {
    expect(weightOf("40", "48 % (52 % of native background)")).toBe("middle");
  });

  it("finds each weight in the evidence, and the same two readings weigh the same either way round", () => {
    const rows = evidence.get("discrepancies")!.rows;
    const found = rows.map(({ value_a, value_b }) => weightOf(String(value_a), String(value_b)));
    expect(new Set(found)).toEqual(new Set(["large", "middle", "small", "words"]));
    expect(rows.map(({ value_a, value_b }) => weightOf(String(value_b), String(value_a)))).toEqual(found);
  });
});
