import { describe, expect, it } from "vitest";
import { problemsOf, replacing } from "../support/evidence/small-evidence.js";

const growth = (text: string) => problemsOf({ "towns.csv": replacing("-1.5", text) });
const population = (text: string) => problemsOf({ "towns.csv": replacing("1200", text) });

describe("checkEvidence(folder), of numbers", () => {
  it("refuses a number of ten million digits without reading it", () => {
    expect(growth("0".repeat(10_000_000))).toEqual([
      expect.stringMatching(
        /^towns, row 2, growth_pct "0{59}…": must have at most 40 characters and has 10,000,000 →/,
      ),
    ]);
    expect(growth(`0.${"0".repeat(100_000)}`)).toHaveLength(1);
    expect(population("1".repeat(100_000))).toHaveLength(1);
  });

  it("refuses a text of a million letters, which every check and page would have to carry", () => {
    expect(problemsOf({ "towns.csv": replacing("Aldmoor", "é".repeat(1_000_000)) })[0]).toMatch(
      /^towns, row 2, name .*must have at most 10,000 characters and has 1,000,000 → shorten it/,
    );
  });

  it.each([
    "1e400",
    "1e3",
    "0x10",
    "1_000",
    "1,000.5",
    "Infinity",
    "NaN",
    ".5",
    "5.",
    "+5",
    "١٢",
    "1.5\u200b",
  ])("refuses %j, which is no plain number", (text) =>
    expect(growth(`"${text}"`)).toEqual([expect.stringMatching(/must be a plain number/)]),
  );

  it.each(["-0", "-0.0"])("refuses %s: it may be a slip, or a rounded number", (text) => {
    expect(growth(text)).toEqual([expect.stringMatching(/must not be minus zero → write 0/)]);
  });

  it("refuses digits that a float would lose, and whole numbers that a column would", () => {
    expect(growth("1.0000000000000000001")).toEqual([expect.stringMatching(/must have at most 15 digits/)]);
    expect(growth("9007199254740993")).toEqual([expect.stringMatching(/must have at most 15 digits/)]);
    expect(population("3000000000")[0]).toMatch(/must lie between -2147483648 and 2147483647/);
  });

  it.each(["13", "02013", "20133", "2013.0", "-201", "٢٠١٣"])("refuses %s as a year", (year) => {
    expect(problemsOf({ "sources.csv": replacing("2019,", `${year},`) })).toEqual([
      expect.stringMatching(/^sources, row 2, year .*: must be a year → write four digits, such as 2013/),
    ]);
  });

  it("refuses a table of millions of cells with a word, before memory ends", () => {
    expect(problemsOf({ "counts.csv": ",".repeat(1_000_001) })).toEqual([
      expect.stringMatching(/^counts: must have at most 1,000,000 cells →/),
    ]);
  });
});
