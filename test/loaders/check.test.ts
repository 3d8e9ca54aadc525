import { checkForeignKeys, mostGuesses } from "../../loaders/check-keys.js";
import { describe, expect, it } from "vitest";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { problemsOf, replacing, smallEvidence, tableOf } from "../support/evidence/small-evidence.js";

describe("checkEvidence(folder)", () => {
  it("finds nothing wrong with good evidence and gives its tables in the order of the package", () => {
    const { tables, problems, unsound } = checkEvidence(smallEvidence());
    expect(problems).toEqual([]);
    expect(unsound.size).toBe(0);
    expect([...tables.keys()]).toEqual(["sources", "towns", "counts", "discrepancies"]);
  });

  it("lists every problem of every table, not only the first", () => {
    const towns = (text: string) =>
      text
        .replace("aldmoor,Aldmoor,north,1200,-1.5,false", "Old Moors,A,inland,-5,-101,no")
        .replace("sao-brito,São Brito,south,0", "sao-brito,São Brito,,2000000");
    const problems = problemsOf({
      "towns.csv": towns,
      "counts.csv": (text) => `${text}sao-brita,wells,x,almanac,Table 2\n`,
      "sources.csv": replacing("https:", "javascript:"),
    });
    expect(problems).toEqual([
      'sources, row 2, url "javascript://example.org/almanac?year=2019": must be an address that starts with https:// or http:// → copy it from the browser\'s address bar',
      'towns, row 2, coastal "no": must be true or false → write true or false',
      'towns, row 2, town_id "Old Moors": must match ^[a-z0-9]+(-[a-z0-9]+)*$ → write it in that form',
      'towns, row 2, name "A": must have at least 2 characters → write it out',
      'towns, row 2, region "inland": must be one of north, south → choose one of them',
      'towns, row 2, population "-5": must be at least 0 → mend it',
      'towns, row 3, population "2000000": must be at most 1000000 → mend it',
      'towns, row 2, growth_pct "-101": must be at least -100 → mend it',
      'counts, row 5, amount "x": must be a whole number → write digits only, such as 1250',
      'counts, row 2, town_id "aldmoor": must be a town_id of towns → mend it, or add the row to towns.csv; there are Old Moors, sao-brito, tagged',
      'counts, row 3, town_id "aldmoor": must be a town_id of towns → mend it, or add the row to towns.csv; there are Old Moors, sao-brito, tagged',
      'counts, row 5, town_id "sao-brita": must be a town_id of towns → write sao-brito',
    ]);
  });

  it("refuses an empty cell where a value is required", () => {
    expect(problemsOf({ "towns.csv": replacing("tagged,<img src=x onerror=alert(1)>", ",") })).toEqual([
      "towns, row 4, town_id: must not be empty → fill it in",
      "towns, row 4, name: must not be empty → fill it in",
    ]);
  });

  it("counts characters, not code units, for lengths", () => {
    expect(problemsOf({ "towns.csv": replacing("Aldmoor", "😀".repeat(40)) })).toEqual([]);
    expect(problemsOf({ "towns.csv": replacing("Aldmoor", "😀".repeat(41)) })).toEqual([
      expect.stringMatching(/must have at most 40 characters/),
    ]);
  });

  it("guesses a misspelt allowed value", () => {
    expect(problemsOf({ "towns.csv": replacing("north", "nroth") })).toEqual([
      'towns, row 2, region "nroth": must be one of north, south → write north',
    ]);
  });

  it("refuses a duplicate key and names the row it repeats", () => {
    expect(problemsOf({ "counts.csv": (text) => `${text}aldmoor,wells,7,almanac,Table 2\n` })).toEqual([
      'counts, row 5, town_id + kind "aldmoor/wells": must be unique, and row 3 has the same → remove one of the two rows, or mend its key',
    ]);
  });

  it("refuses an empty part of a key", () => {
    expect(problemsOf({ "counts.csv": (text) => `${text}aldmoor,,7,almanac,Table 2\n` })).toEqual([
      "counts, row 5, kind: is part of the table's key and must not be empty → fill it in",
    ]);
  });

  it("refuses an unknown id", () => {
    expect(problemsOf({ "towns.csv": replacing("gazette", "gazettes") })).toEqual([
      'towns, row 4, source_id "gazettes": must be a source_id of sources → write gazette',
    ]);
  });

  it("does not judge references into a table that could not be read whole", () => {
    expect(problemsOf({ "towns.csv": null })).toEqual([expect.stringMatching(/^towns: has no file/)]);
    expect(problemsOf({ "towns.csv": replacing("aldmoor,Aldmoor,", "aldmoor,") })).toHaveLength(1);
  });

  it("refuses a flag with a letter twice", () => {
    expect(problemsOf({ "towns.csv": replacing("Table 1,p,", "Table 1,pp,") })).toContain(
      'towns, row 3, flag "pp": must hold each letter once → write p, or the letter that was meant',
    );
  });

  it("refuses a flag without a note", () => {
    expect(
      problemsOf({ "towns.csv": replacing(',"Growth is provisional, says the almanac."', ",") }),
    ).toEqual([
      "towns, row 3, note: must be given where a row is flagged (flag p) → say in the note what the flag refers to",
    ]);
  });

  it("refuses a CSV that the package does not describe", () => {
    expect(problemsOf({ "villages.csv": "a\n1\n" })).toEqual([
      expect.stringMatching(/^villages\.csv: is not described in datapackage\.json/),
    ]);
  });

  it("lists the faults of the package itself", () => {
    expect(problemsOf({ "datapackage.json": "{" })).toEqual([
      expect.stringMatching(/^datapackage\.json: must be JSON/),
    ]);
  });
});

describe("formatFault(problem)", () => {
  const problem = { table: "towns", row: 2, field: "name", value: "x", rule: "must be y", mend: "write y" };

  it("keeps to one line whatever the value holds", () => {
    const line = formatFault({ ...problem, value: "a\nb\u001b[31m\u2028" });
    expect(line).toBe(String.raw`towns, row 2, name "a\nb\u001b[31m\u2028": must be y → write y`);
  });

  it("cuts a long value without splitting a character", () => {
    expect(formatFault({ ...problem, value: "😀".repeat(100) })).toContain(`"${"😀".repeat(59)}…"`);
  });
});

describe("checkForeignKeys(table, tables), of many wrong references", () => {
  it("guesses for the first of them, and tells all", () => {
    const wrong = Array.from({ length: mostGuesses + 2 }, (_, at) => `aldmoor-${100 + at}`);
    const rows = ["aldmoor1", ...wrong.slice(0, -1), "aldmoor2"].map((town_id) => ({ town_id }));
    const towns = tableOf("towns", [{ name: "town_id" }], [{ town_id: "aldmoor" }], ["town_id"]);
    const counts = tableOf("counts", [{ name: "town_id" }], rows);
    counts.resource.schema.foreignKeys = [
      { fields: ["town_id"], reference: { resource: "towns", fields: ["town_id"] } },
    ];
    const problems = checkForeignKeys(counts, new Map([["towns", towns]]));
    expect(problems).toHaveLength(rows.length);
    expect(problems[0]!.mend).toBe("write aldmoor");
    expect(problems.at(-1)!.mend).toMatch(/^mend it, or add the row/);
  });
});
