import { describe, expect, it } from "vitest";
import type { QueryResult } from "../../../loaders/database.js";
import { chartSpecOf, columnFaults, type RowFields } from "../../../loaders/reports/chart-of.js";

const result = (rows: QueryResult["rows"]): QueryResult => ({
  columns: Object.keys(rows[0] ?? { city: "", total: 0, source_id: "", locator: "" }).map((name) => ({
    name,
    type: "",
  })) as unknown as QueryResult["columns"],
  rows,
});
const rows = [
  { city: "Lisbon", total: 36, share: 0.5, year: 2013, source_id: "thp-2014", locator: "Table 7" },
  { city: "Nairobi", total: null, share: 12.25, year: 2014, source_id: "thp-2014", locator: "Table 7" },
];
const bar = { title: "A", words: "B", sql: "select 1", mark: "bar", x: "total", y: "city" } as const;

describe("columnFaults(noun, fields, result, lineOfField)", () => {
  const faults = (fields: RowFields, of = rows as QueryResult["rows"]) =>
    columnFaults("chart", fields, result(of), (field) => Object.keys(fields).indexOf(field) + 2).map(
      ({ line, what, mend }) => `${line}: ${what} → ${mend}`,
    );

  it.each([
    [bar, []],
    [{ ...bar, x: "totals" }, ['6: the query of the chart gives no column "totals" → write "total"']],
    [
      { ...bar, units: { sum: "EUR" } },
      [
        '8: the query of the chart gives no column "sum" → the columns are city, total, share, year, source_id, locator',
      ],
    ],
    [
      { ...bar, x: "city", y: "total" },
      [
        '6: x of the chart needs numbers, and "city" holds "Lisbon" → exchange x and y, or write "mark: column"',
      ],
    ],
    [
      { ...bar, mark: "column" as const },
      ['7: y of the chart needs numbers, and "city" holds "Lisbon" → exchange x and y, or write "mark: bar"'],
    ],
    [
      { ...bar, mark: "line" as const },
      ['7: y of the chart needs numbers, and "city" holds "Lisbon" → name a column of numbers'],
    ],
    [
      { ...bar, mark: "cell" as const },
      ['5: a chart of cells has no value → write "value: …", the column of its numbers'],
    ],
    [
      { ...bar, formats: { total: "percents", share: "percent 1", year: "year" } },
      ['8: a column has no format "percents" → write "percent"'],
    ],
    [
      { ...bar, formats: { total: "number one" } },
      ['8: a column has no format "number one" → write "number"'],
    ],
  ])("of %j: %j", (fields, told) => expect(faults(fields as RowFields)).toEqual(told));

  it("wants a document for the rows, from them or from the block", () => {
    const bare = rows.map(({ city, total }) => ({ city, total }));
    expect(faults(bar, bare)).toEqual([
      '4: nothing says where the rows of the chart come from → select source_id and locator as well, or write "source: [thp-2014, Table 7]"',
    ]);
    expect(faults({ ...bar, source: [["thp-2014", "Table 7"]] }, bare)).toEqual([]);
  });

  it("says so where no row is left", () => {
    expect(faults(bar, [])).toEqual(["4: the query of the chart gives no row → mend its condition"]);
  });
});

describe("chartSpecOf", () => {
  const spec = (fields: object, id = "a") =>
    chartSpecOf(id, "bar", { ...bar, ...fields }, { title: "A", words: "B" }, result(rows), "f");

  it.each([
    [undefined, null],
    ["none", null],
    ["x", { by: "x", descending: false }],
    ["-x", { by: "x", descending: true }],
    ["y descending", { by: "y", descending: true }],
  ])("sorts by %j as %j", (sort, found) => expect(spec({ sort }).sort).toEqual(found));

  it("shows the columns that say something, with titles, decimals and years", () => {
    expect(spec({}).columns).toEqual([
      { name: "city", title: "City" },
      { name: "total", title: "Total" },
      { name: "share", title: "Share", decimals: 1 },
      { name: "year", title: "Year", year: true },
    ]);
  });

  it("takes words, units and formats from its author, and keeps what is drawn in the table", () => {
    const { columns } = spec({
      columns: { city: "Place" },
      units: { total: "initiatives" },
      formats: { total: "percent 1" },
    });
    expect(columns).toEqual([
      { name: "city", title: "Place" },
      { name: "total", title: "Total", unit: "initiatives", decimals: 1, format: "percent" },
    ]);
  });
});
