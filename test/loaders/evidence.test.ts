import { describe, expect, it } from "vitest";
import { EvidenceError, readEvidence } from "../../loaders/evidence.js";
import { dataFolder, readPackage } from "../../loaders/package.js";
import { replacing, smallEvidence } from "../support/evidence/small-evidence.js";

describe("readEvidence(folder)", () => {
  it("reads this project's evidence, every table of the package", () => {
    const tables = readEvidence();
    expect([...tables.keys()]).toEqual(readPackage(dataFolder).resources.map(({ name }) => name));
    // There may be no known error of a producer.
    for (const [name, { rows }] of tables)
      if (name !== "corrections") expect(rows.length, name).toBeGreaterThan(0);
  });

  it("has a range for every year, so that a slip of a digit is found", () => {
    const years = readPackage(dataFolder).resources.flatMap(({ name, schema }) =>
      schema.fields.filter(({ type }) => type === "year").map(({ constraints }) => ({ name, constraints })),
    );
    expect(years.length).toBeGreaterThan(10);
    for (const { name, constraints } of years) {
      expect(constraints?.minimum, name).toBeGreaterThanOrEqual(1800);
      expect(constraints?.maximum, name).toBeLessThanOrEqual(2060);
    }
  });

  it("throws every problem of checks and assertions, one a line", () => {
    const folder = smallEvidence({
      "towns.csv": replacing("north", "west"),
      "sources.csv": replacing("2019,", "19,"),
      "discrepancies.csv": replacing("3,5,3", "3,5,5"),
    });
    let error: unknown;
    try {
      readEvidence(folder);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(EvidenceError);
    const { message, problems } = error as EvidenceError;
    expect(problems.map(({ table, row, field }) => [table, row, field])).toEqual([
      ["sources", 2, "year"],
      ["towns", 2, "region"],
      ["discrepancies", 2, "used"],
    ]);
    expect(message.split("\n")).toHaveLength(4);
    expect(message).toMatch(/^The evidence has 3 problems:\nsources, row 2, year "19": must be a year/);
  });

  it("tells of more problems than a call can have arguments", () => {
    // Two problems a row: a row and a column of no table.
    const rows = Array.from({ length: 65_000 }, (_, at) => `d-${at},,x,name,1,2,1,almanac,Table 2`);
    const folder = smallEvidence({
      "discrepancies.csv": (text) => [text.split("\n")[0], ...rows, ""].join("\n"),
    });
    expect(() => readEvidence(folder)).toThrow(/^The evidence has 130000 problems:/);
  });
});
