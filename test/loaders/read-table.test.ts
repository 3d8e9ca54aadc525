import { describe, expect, it } from "vitest";
import { formatFault } from "../../loaders/evidence-fault.js";
import { readTable } from "../../loaders/read-table.js";
import { replacing, smallEvidence, smallResource, type Change } from "../support/evidence/small-evidence.js";

function readTowns(change: Change) {
  const { table, complete, problems } = readTable(
    smallEvidence({ "towns.csv": change }),
    smallResource("towns"),
  );
  return { table, complete, problems: problems.map(formatFault) };
}

const header = "town_id,name,region,population,growth_pct,coastal,source_id,locator,flag,note";

describe("readTable(folder, resource)", () => {
  it("types each cell by the package and knows missing from zero, empty from false", () => {
    const { table, complete, problems } = readTowns((text) => text);
    expect(problems).toEqual([]);
    expect(complete).toBe(true);
    expect(table!.lines).toEqual([2, 3, 4]);
    expect(table!.rows[1]).toEqual({
      town_id: "sao-brito",
      name: "São Brito",
      region: "south",
      population: 0,
      growth_pct: 0.25,
      coastal: true,
      source_id: "almanac",
      locator: "Table 1",
      flag: "p",
      note: "Growth is provisional, says the almanac.",
    });
    expect(table!.rows[2]).toMatchObject({ population: null, growth_pct: null, coastal: null });
  });

  it("keeps names that look like HTML as text", () => {
    expect(readTowns((text) => text).table!.rows[2]!["name"]).toBe("<img src=x onerror=alert(1)>");
  });

  it("tolerates a byte order mark, CRLF and CR line ends, blank lines, and no line end at the end", () => {
    const plain = readTowns((text) => text).table!.rows;
    const changes: Change[] = [
      (text) => `\uFEFF${text}`,
      (text) => text.replaceAll("\n", "\r\n"),
      (text) => text.replaceAll("\n", "\r"),
      (text) => text.replaceAll("\n", "\n\n"),
      (text) => text.trimEnd(),
    ];
    for (const change of changes) {
      const { table, problems } = readTowns(change);
      expect(problems).toEqual([]);
      expect(table!.rows).toEqual(plain);
    }
  });

  it("numbers rows as a spreadsheet does, blank lines included", () => {
    expect(readTowns((text) => text.replace("\n", "\r\n\r\n")).table!.lines).toEqual([3, 4, 5]);
  });

  it("reads columns in any order, and gives rows in the order of the package", () => {
    const { table, problems } = readTowns(
      "note,flag,locator,source_id,coastal,growth_pct,population,region,name,town_id\n,,Table 1,almanac,true,1,2,north,Ea,ea\n",
    );
    expect(problems).toEqual([]);
    expect(Object.keys(table!.rows[0]!).join()).toBe(header);
  });

  it("accepts a header without rows and refuses an empty file or none", () => {
    expect(readTowns(`${header}\n`)).toMatchObject({ table: { rows: [] }, problems: [] });
    for (const empty of ["", "\n", "\uFEFF", "\r\n\r\n"])
      expect(readTowns(empty)).toMatchObject({
        table: undefined,
        problems: [expect.stringMatching(/^towns: is empty/)],
      });
    expect(readTowns(null).problems).toEqual([expect.stringMatching(/^towns: has no file → put towns\.csv/)]);
  });

  it("names the line and byte that is not UTF-8, on every such line", () => {
    const latin1 = Buffer.from(
      `${header}\na,São Brito,,,,,almanac,Table 1,,\nb,Bee,,,,,almanac,Table 1,,\nc,Évora,,,,,almanac,Table 1,,\n`,
      "latin1",
    );
    expect(readTowns(latin1).problems).toEqual([
      expect.stringMatching(
        new RegExp(`row 2 "a,São Brito.*: must be UTF-8, and byte ${header.length + 4} of the file`),
      ),
      expect.stringMatching(/row 4 "c,Évora.* → save the file as UTF-8/),
    ]);
  });

  it("refuses UTF-16 with one problem", () => {
    for (const mark of ["\uFEFF", ""])
      expect(readTowns(Buffer.from(`${mark}${header}\n`, "utf16le")).problems).toEqual([
        expect.stringMatching(/^towns: must be UTF-8, and looks like UTF-16/),
      ]);
  });

  it("refuses a missing, an extra and a doubled column, all at once, with the likely name", () => {
    const { table, problems } = readTowns(
      "town_id,Name ,region,region,population,growth_pct,coastal,flag,note,mayor\n",
    );
    expect(table).toBeUndefined();
    expect(problems).toEqual([
      'towns, row 1 "Name ": is no column of towns → rename it name',
      "towns, row 1, region: must stand once in the header → remove or rename the second",
      'towns, row 1 "mayor": is no column of towns → remove the column, or describe it in datapackage.json',
      "towns, row 1, name: must be a column → add it to the header and to every row",
      "towns, row 1, source_id: must be a column → add it to the header and to every row",
      "towns, row 1, locator: must be a column → add it to the header and to every row",
    ]);
  });

  it("asks for commas where cells are separated by semicolons", () => {
    expect(readTowns((text) => text.replaceAll(",", ";")).problems).toEqual([
      expect.stringMatching(/must separate cells by commas/),
    ]);
  });

  it("refuses rows with too few or too many cells, and reads the others", () => {
    const { table, complete, problems } = readTowns(
      `${header}\na,Aa\nb,Bee,,,,,almanac,Table 1,,\nc,Cee,,1,200,,,almanac,Table 1,,\n,,,,,,,,\n`,
    );
    expect(problems).toEqual([
      'towns, row 2 "a,Aa": must have 10 cells and has 2 → add the missing commas, also for empty cells',
      'towns, row 4 "c,Cee,,1,200,,,almanac,Table 1,,": must have 10 cells and has 11 → put quotes around a cell that holds a comma',
      "towns, row 5: must not be a row of empty cells → delete the row",
    ]);
    expect(table!.rows).toHaveLength(1);
    expect(complete).toBe(false);
  });

  it("finds each wrong quote on its own line", () => {
    const { table, problems } = readTowns(
      `${header}\na,"Aa,,,,,almanac,Table 1,,\nb,Bee,,,,,almanac,Table 1,,\nc,C"ee,,,,,almanac,Table 1,,\nd,"De"e,,,,,almanac,Table 1,,\n`,
    );
    expect(problems).toEqual([
      expect.stringMatching(/^towns, row 2 .*: must close the quote it opens/),
      expect.stringMatching(/^towns, row 4 .*: must hold a quote only around a whole cell/),
      expect.stringMatching(/^towns, row 5 .*: must hold a quote only around a whole cell/),
    ]);
    expect(table!.lines).toEqual([3]);
  });

  it("says once that the header is missing, and what it must be", () => {
    expect(readTowns("a,Aa,,,,,almanac,Table 1,,\nb,Bee,,,,,almanac,Table 1,,\n").problems).toEqual([
      `towns, row 1 "a,Aa,,,,,almanac,Table 1,,": must be the header, which is missing → write it as the first line: ${header}`,
    ]);
  });

  it("gives no table where the quotes of the header are wrong", () => {
    expect(readTowns(replacing("town_id", '"town_id')).table).toBeUndefined();
  });

  it("refuses formula cells in text, and lets a plain negative number be", () => {
    const cells = ["=1+1", "+cmd", "-cmd", "@sum", "＝1", "\tx"];
    const rows = cells.map((cell, index) => `t${index},${cell},,,,,almanac,Table 1,,`);
    const { problems } = readTowns([header, ...rows, "ok,-89,,,,,almanac,Table 1,,"].join("\n"));
    expect(problems).toHaveLength(cells.length);
    for (const [index, problem] of problems.entries())
      expect(problem).toMatch(
        new RegExp(`^towns, row ${index + 2}, name ".*": must not start with = \\+ - @ or a tab`),
      );
  });

  it("refuses text that was damaged or cannot be compared: spaces around, line breaks, split accents", () => {
    const name = (text: string) => readTowns(replacing("Aldmoor", text)).problems;
    expect(name(" Aldmoor")).toEqual([
      expect.stringMatching(/must not start or end with a space → write "Aldmoor"/),
    ]);
    expect(name('"Ald\nmoor"')).toEqual([
      expect.stringMatching(/^towns, row 2, name "Ald\\nmoor": must stay on one line/),
    ]);
    expect(name("Ald\uFFFDmoor")).toEqual([expect.stringMatching(/control or replacement characters/)]);
    expect(name("Ald\u001bmoor")).toEqual([expect.stringMatching(/control or replacement characters/)]);
    expect(name("Sa\u0303o")).toEqual([expect.stringMatching(/normal form \(NFC\) → write "São"/)]);
  });

  it.each([
    "1,200",
    "1 200",
    "1e3",
    "0x10",
    "NaN",
    "Infinity",
    "+5",
    "05",
    "1.",
    ".5",
    "12a",
    "١٢",
    "--1",
    "1.0",
  ])("refuses %j as a whole number", (text) => {
    expect(readTowns(replacing("1200", `"${text}"`)).problems).toEqual([
      expect.stringMatching(
        /^towns, row 2, population .*: must be a whole number → write digits only, such as 1250$/,
      ),
    ]);
  });

  it("refuses whole numbers that 32 bits do not hold", () => {
    expect(readTowns(replacing("1200", "2147483647")).problems).toEqual([]);
    expect(readTowns(replacing("1200", "2147483648")).problems).toEqual([
      expect.stringMatching(/must lie between/),
    ]);
  });

  it.each(["1,5", "1 200", "1e3", "0x10", "NaN", "Infinity", "+5", "01.5", "1.", ".5", "1.5%", "-"])(
    "refuses %j as a number",
    (text) => {
      expect(readTowns(replacing("0.25", `"${text}"`)).problems).toEqual([
        expect.stringMatching(/^towns, row 3, growth_pct .*: must be a plain number/),
      ]);
    },
  );

  it("refuses numbers with more digits than a float keeps", () => {
    expect(readTowns(replacing("0.25", "0.000123456789012345")).problems).toEqual([]);
    expect(readTowns(replacing("0.25", "1234567890123.456")).problems).toEqual([
      expect.stringMatching(/at most 15 digits/),
    ]);
  });

  it("takes true and false in capitals, as spreadsheets write them", () => {
    const { table, problems } = readTowns(replacing("true", "TRUE"));
    expect(problems).toEqual([]);
    expect(table!.rows).toEqual(readTowns((text) => text).table!.rows);
  });

  it.each(["True", "WAHR", "yes", "1"])("refuses %j as true or false", (text) => {
    expect(readTowns(replacing("true", text)).problems).toEqual([
      expect.stringMatching(/must be true or false/),
    ]);
  });

  it("keeps the text of a cell it cannot read, so that it does not count as missing", () => {
    expect(readTowns(replacing("1200", "many")).table!.rows[0]!["population"]).toBe("many");
  });
});
