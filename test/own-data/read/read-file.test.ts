import { strToU8, zipSync } from "fflate";
import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readOwnFile } from "../../../src/own-data/read/read-file.js";
import { readOwnTable } from "../../../src/own-data/read/read-table.js";
import { readValue } from "../../../src/own-data/read/read-value.js";
import type { FileTable } from "../../../src/own-data/read/read-file.js";

const rowsOf = ({ grid }: FileTable) => Array.from({ length: grid.height }, (_, at) => [...grid.row(at)]);
const whyNot = (bytes: Uint8Array) =>
  readOwnFile(bytes).then(
    () => null,
    (error: { why: unknown }) => error.why,
  );

describe("readOwnFile(bytes)", () => {
  it("reads a workbook's sheets as their author sees them, days in every zone (A17)", async () => {
    const bytes = await writeXlsx({
      dateSystem: "1904",
      sheets: [
        {
          name: "Programmes",
          rows: [
            ["Title", null, null],
            ["City", 2023, null],
            [null, "persons", "day"],
            ["Lisbon", 0.1 + 0.2, new Date(Date.UTC(2024, 0, 1))],
            [null, 12, null],
          ],
          cells: new Map([["4,2", { value: "#DIV/0!", type: "error" }]]),
          merges: [
            { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
            { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
          ],
        },
        { name: "Kept back", hidden: true, rows: [["x"]] },
      ],
    });
    const { kind, tables } = await readOwnFile(bytes);
    expect([kind, tables.map(({ name, isHidden }) => [name, isHidden])]).toEqual([
      "xlsx",
      [
        ["Programmes", false],
        ["Kept back", true],
      ],
    ]);
    expect(rowsOf(tables[0]!).slice(3)).toEqual([
      ["Lisbon", "0.3", "2024-01-01"],
      ["Lisbon", "12", "#DIV/0!"],
    ]);
    const table = readOwnTable(tables[0]!.grid);
    expect(table.columns.map(({ name, type }) => [name, type.kind])).toEqual([
      ["City", "text"],
      ["2023 persons", "number"],
      ["2023 day", "date"],
    ]);
    const [, , day] = table.columns;
    expect(readValue("#DIV/0!", day!.type, "error")).toEqual({
      kind: "fault",
      fault: "error of a spreadsheet",
    });
  });

  it("reads JSON, lines of it and Arrow with all digits of long numbers (A11)", async () => {
    const json = await readOwnFile(
      strToU8('{"meta": 1, "rows": [{"id": 12345678901234567890, "v": 1.50}, {"v": null}]}'),
    );
    expect(rowsOf(json.tables[0]!)).toEqual([
      ["id", "v"],
      ["12345678901234567890", "1.50"],
      ["", ""],
    ]);
    const lines = await readOwnFile(strToU8('{"a": 1}\n{"b": [2]}\n'));
    expect(rowsOf(lines.tables[0]!)).toEqual([
      ["a", "b"],
      ["1", ""],
      ["", "[2]"],
    ]);
    const arrow = tableToIPC(tableFromArrays({ id: [12345678901234567n, 1n], day: [new Date(0), null] }), {
      format: "file",
    });
    expect(rowsOf((await readOwnFile(arrow!)).tables[0]!)).toEqual([
      ["id", "day"],
      ["12345678901234567", "1970-01-01"],
      ["1", ""],
    ]);
  });

  it("opens an archive with one file, and asks for one of several", async () => {
    const one = zipSync({ "a.csv": strToU8("a,b\n1,2\n"), "__MACOSX/a": strToU8("x") });
    expect(await readOwnFile(one)).toMatchObject({ kind: "text", inside: "a.csv" });
    const two = zipSync({ "a.csv": strToU8("a\n1\n"), "b.csv": strToU8("b\n2\n") });
    expect(await whyNot(two)).toEqual({ kind: "archive", names: ["a.csv", "b.csv"] });
    expect(await readOwnFile(two, { inside: "b.csv" })).toMatchObject({ inside: "b.csv" });
  });

  it("says what a file is that holds no table, whatever its name", async () => {
    expect(await whyNot(new Uint8Array())).toEqual({ kind: "empty" });
    expect(await whyNot(strToU8("<!DOCTYPE html><table>"))).toEqual({ kind: "other", what: "web page" });
    expect(await whyNot(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]))).toEqual({
      kind: "other",
      what: "picture",
    });
    expect(await whyNot(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]))).toEqual({ kind: "old workbook" });
    const locked = await writeXlsx({
      sheets: [{ name: "A", rows: [[1]] }],
      encryption: { password: "x", spinCount: 1000 },
    });
    expect(await whyNot(locked)).toEqual({ kind: "password" });
    const whole = await writeXlsx({ sheets: [{ name: "A", rows: [[1]] }] });
    expect(await whyNot(whole.slice(0, 300))).toMatchObject({ kind: "damaged" });
    expect(await whyNot(strToU8("PAR1 and nothing"))).toMatchObject({ kind: "damaged" });
    expect(await whyNot(strToU8('[{"a": 1}, 2'))).toMatchObject({ kind: "damaged" });
    expect(await whyNot(strToU8("[1, 2]"))).toMatchObject({ kind: "shape" });
  });
});
