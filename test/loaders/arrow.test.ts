import * as arrow from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsToArrowFile, toArrow, toArrowFile, type ResultColumn } from "../../loaders/arrow.js";
import type { Row, Table } from "../../loaders/read-table.js";
import { smallTable, tableOf } from "../support/evidence/small-evidence.js";

/** What apache-arrow, another implementation than the writer's, reads: missing values as null. */
function rowsIn(bytes: Uint8Array): Row[] {
  const table = arrow.tableFromIPC(bytes);
  const names = table.schema.fields.map(({ name }) => name);
  return Array.from({ length: table.numRows }, (_, index) =>
    Object.fromEntries(names.map((name) => [name, table.getChild(name)!.get(index)])),
  );
}

/** Any text a CSV may hold, with letters of all scripts, and names that objects have of themselves. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "São", "__proto__", "constructor", "null"),
);
const missing = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const float = fc.double({ noNaN: true });
const anyRow = fc.record({
  id: text,
  kind: missing(text),
  name: missing(text),
  count: missing(int32),
  year: missing(fc.integer({ min: 0, max: 9999 })),
  value: missing(float),
  yes: missing(fc.boolean()),
});

const fields = [
  { name: "id" },
  { name: "kind", constraints: { pattern: "^[^]*$" } },
  { name: "name" },
  { name: "count", type: "integer" as const },
  { name: "year", type: "year" as const },
  { name: "value", type: "number" as const },
  { name: "yes", type: "boolean" as const },
];

describe("toArrowFile(table)", () => {
  it("round trips any rows: nulls, every script, negative numbers, no rows at all", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const file = toArrowFile(tableOf("any", fields, rows, ["id"]));
        expect(rowsIn(file)).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it("reads as an IPC stream from its ninth byte on", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), (rows) => {
        const file = toArrowFile(tableOf("any", fields, rows, ["id"]));
        expect(new TextDecoder().decode(file.subarray(0, 6))).toBe("ARROW1");
        expect(arrow.RecordBatchReader.from(file.subarray(8)).isStream()).toBe(true);
        expect(rowsIn(file.subarray(8))).toEqual(rows);
      }),
      { numRuns: 50 },
    );
  });

  it("takes its types from the package, with dictionaries for keys, allowed values, codes and flags", () => {
    const types = (table: Table) =>
      Object.fromEntries(
        arrow.tableFromIPC(toArrowFile(table)).schema.fields.map(({ name, type }) => [name, String(type)]),
      );
    const dictionary = "Dictionary<Int32, Utf8>";
    const towns = {
      town_id: dictionary,
      name: "Utf8",
      region: dictionary,
      population: "Int32",
      growth_pct: "Float64",
      coastal: "Bool",
      source_id: dictionary,
      locator: "Utf8",
      flag: dictionary,
      note: "Utf8",
    };
    expect(types(smallTable("towns"))).toEqual(towns);
    expect(types({ ...smallTable("towns"), rows: [], lines: [] })).toEqual(towns);
    expect(types(smallTable("sources"))).toMatchObject({ year: "Int32", url: "Utf8" });
  });

  it("stores each repeated text once", () => {
    const towns = arrow.tableFromIPC(toArrowFile(smallTable("towns")));
    const { dictionary } = towns.getChild("region")!.data[0]!;
    expect(dictionary!.toArray()).toEqual(["north", "south"]);
  });

  it("marks missing values as null, not as zero or empty text", () => {
    const towns = arrow.tableFromIPC(toArrowFile(smallTable("towns")));
    expect(towns.getChild("population")!.toJSON()).toEqual([1200, 0, null]);
    expect(towns.getChild("population")!.nullCount).toBe(1);
    expect(towns.getChild("flag")!.toJSON()).toEqual([null, "p", null]);
  });

  it("carries title, description, unit and flag column on fields, and table, title, source, version on the schema", () => {
    const { schema } = arrow.tableFromIPC(toArrowFile(smallTable("towns"), "0123abcd"));
    expect(Object.fromEntries(schema.metadata)).toEqual({
      table: "towns",
      title: "Towns",
      source: "arrivals",
      version: "0123abcd",
    });
    const metadata = Object.fromEntries(
      schema.fields.map((field) => [field.name, Object.fromEntries(field.metadata)]),
    );
    expect(metadata["population"]).toEqual({
      title: "Population",
      description: "Residents.",
      unit: "persons",
      flagColumn: "flag",
    });
    expect(metadata["name"]).toEqual({ title: "Town", description: "Name of the town." });
  });

  it("keeps names that look like HTML as text", () => {
    expect(rowsIn(toArrowFile(smallTable("towns")))[2]!["name"]).toBe("<img src=x onerror=alert(1)>");
  });

  it("gives the same bytes for the same table", () => {
    expect(toArrowFile(smallTable("towns"))).toEqual(toArrowFile(smallTable("towns")));
  });

  it("throws rather than write a number that its type would bend", () => {
    const count = (value: number) => tableOf("any", [{ name: "count", type: "integer" }], [{ count: value }]);
    expect(() => toArrowFile(count(2 ** 31))).toThrow(
      "Column count holds 2147483648, which is no 32-bit integer.",
    );
    expect(() => toArrowFile(count(1.5))).toThrow(RangeError);
  });
});

describe("toArrow(table)", () => {
  it("is a table to be used in memory as it is", () => {
    const towns = toArrow(smallTable("towns"));
    expect(towns.numRows).toBe(3);
    expect(towns.getChild("name").at(1)).toBe("São Brito");
  });
});

describe("rowsToArrowFile(rows, columns)", () => {
  it("writes text that repeats in many rows once, and reads the same", () => {
    const long = Array.from({ length: 600 }, (_, i) => ({
      often: i % 7 === 0 ? null : `place ${i % 5}`,
      once: `text ${i}`,
    }));
    const file = rowsToArrowFile(long, [
      { name: "often", type: "string" },
      { name: "once", type: "string" },
    ]);
    expect(rowsIn(file)).toEqual(long);
    const types = arrow.tableFromIPC(file).schema.fields.map(({ type }) => String(type));
    expect(types).toEqual(["Dictionary<Int32, Utf8>", "Utf8"]);
  });

  const columns: ResultColumn[] = [
    { name: "count", type: "integer" },
    { name: "value", type: "number", metadata: { unit: "%" } },
    { name: "name", type: "string" },
    { name: "yes", type: "boolean" },
  ];
  const row = fc.record({
    count: missing(fc.maxSafeInteger()),
    value: missing(float),
    name: missing(text),
    yes: missing(fc.boolean()),
  });

  it("round trips any rows", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        expect(rowsIn(rowsToArrowFile(rows, columns))).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });

  it("writes integers as Int32, or as Float64 where one needs more than 32 bits", () => {
    const type = (count: number) =>
      String(arrow.tableFromIPC(rowsToArrowFile([{ count }], columns.slice(0, 1))).schema.fields[0]!.type);
    expect(type(-(2 ** 31))).toBe("Int32");
    expect(type(2 ** 31)).toBe("Float64");
  });

  it("says in its schema what the file holds, where others read it too", () => {
    const { metadata } = arrow.tableFromIPC(
      rowsToArrowFile([{ count: 1 }], columns, { figure: "coverage", version: "0123abcd" }),
    ).schema;
    expect(Object.fromEntries(metadata)).toEqual({
      source: "arrivals",
      figure: "coverage",
      version: "0123abcd",
    });
  });

  it("keeps the columns of a result without rows", () => {
    const { schema, numRows } = arrow.tableFromIPC(rowsToArrowFile([], columns));
    expect(numRows).toBe(0);
    expect(schema.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      "count Int32",
      "value Float64",
      "name Utf8",
      "yes Bool",
    ]);
    expect(schema.fields[1]!.metadata.get("unit")).toBe("%");
  });

  it("takes a value left out for null and refuses one of another type", () => {
    expect(rowsIn(rowsToArrowFile([{}], columns))).toEqual([
      { count: null, value: null, name: null, yes: null },
    ]);
    expect(() => rowsToArrowFile([{ value: "12" }], columns)).toThrow(
      'Column value holds "12", which is not of type number.',
    );
    expect(() => rowsToArrowFile([{ count: 1.5 }], columns)).toThrow(
      "Column count holds 1.5, which is no integer.",
    );
  });
});
