import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkEvidence, formatProblem } from "../../loaders/check.js";
import { problemsOf, smallEvidence } from "./small-evidence.js";

describe("checkStrayFiles(folder, described)", () => {
  it.each([
    "VILLAGES.CSV",
    "villages.Csv",
    "towns.csv.bak",
    "towns (1).csv",
    "towns.tsv",
    "towns.xlsx",
    "towns.ods",
    "towns.json",
    "towns.parquet",
    "towns.csv.gz",
    "data.zip",
  ])("refuses %s, which is data that nobody describes", (name) => {
    expect(problemsOf({ [name]: "a\n1\n" })).toEqual([
      `${name}: is not described in datapackage.json → describe it there, or remove the file`,
    ]);
  });

  it("refuses a folder called as a table, and a copy that differs in capitals alone", () => {
    const folder = smallEvidence({ "Towns.CSV": "town_id\n" });
    mkdirSync(join(folder, "villages.csv"));
    expect(checkEvidence(folder).problems.map(formatProblem)).toEqual([
      "Towns.CSV: differs from towns.csv in capitals alone → remove one of the two",
      "villages.csv: is not described in datapackage.json → describe it there, or remove the file",
    ]);
  });

  it("names the file that is there under other capitals, once", () => {
    const folder = smallEvidence();
    renameSync(join(folder, "counts.csv"), join(folder, "Counts.csv"));
    expect(checkEvidence(folder).problems.map(formatProblem)).toEqual([
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
