import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { problemsOf, smallEvidence } from "../support/evidence/small-evidence.js";

describe("checkStrayFiles(folder, described)", () => {
  it.each(["VILLAGES.CSV", "villages.Csv", "towns (1).csv"])(
    "refuses %s, a table that nobody describes",
    (name) => {
      expect(problemsOf({ [name]: "a\n1\n" })).toEqual([
        `${name}: is not described in datapackage.json → describe it there, or remove the file`,
      ]);
    },
  );

  it.each([
    "towns.csv.bak",
    "towns.tsv",
    "towns.xlsx",
    "towns.ods",
    "towns.json",
    "towns.parquet",
    "towns.csv.gz",
    "data.zip",
  ])("refuses %s, data that is no table of the package", (name) => {
    expect(problemsOf({ [name]: "a\n1\n" })).toEqual([
      `${name}: is not described in datapackage.json → move it out of data/; a table is a CSV that is described there`,
    ]);
  });

  it("refuses data in a folder below", () => {
    const folder = smallEvidence();
    mkdirSync(join(folder, "older"));
    writeFileSync(join(folder, "older", "towns.csv"), "town_id\n");
    expect(checkEvidence(folder).problems.map(formatFault)).toEqual([
      "older/towns.csv: is not described in datapackage.json → move it out of data/; a table is a CSV that is described there",
    ]);
  });

  it("refuses a folder called as a table, and a copy that differs in capitals alone", () => {
    const folder = smallEvidence({ "Towns.CSV": "town_id\n" });
    mkdirSync(join(folder, "villages.csv"));
    expect(checkEvidence(folder).problems.map(formatFault)).toEqual([
      "Towns.CSV: differs from towns.csv in capitals alone → remove one of the two",
      "villages.csv: is not described in datapackage.json → describe it there, or remove the file",
    ]);
  });

  it("names the file that is there under other capitals, once", () => {
    const folder = smallEvidence();
    renameSync(join(folder, "counts.csv"), join(folder, "Counts.csv"));
    expect(checkEvidence(folder).problems.map(formatFault)).toEqual([
      "counts: has no file → rename Counts.csv to counts.csv: small and capital letters count",
    ]);
  });

  it("lets be what is no data, and what editors keep beside an open file", () => {
    expect(
      problemsOf({
        "README.md": "",
        ".~lock.towns.csv#": "",
        "~$towns.xlsx": "",
        "towns.csv~": "",
        ".DS_Store": "",
      }),
    ).toEqual([]);
  });
});
