import { describe, expect, it } from "vitest";
import { fileSheet, tableSheet } from "../../src/components/figure-sheet.js";
import type { Row } from "../../src/components/figure.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { contextWith, discrepancy } from "../support/page/page.js";

const rows: Row[] = [
  { city_id: "lisbon", city: "Lisbon", share: 0.8333, year: 2013, flag: "e", note: "about, in the text" },
  { city_id: "nairobi", city: "Nairobi", share: null, year: null, flag: null, note: null },
];
const figure = {
  rows,
  columns: [
    { name: "city", title: "City" },
    {
      name: "share",
      title: "Coverage",
      unit: "now",
      show: (value: number) => `${value * 100} %`,
      bareUnit: "0 to 1",
    },
    { name: "year", title: "Year", year: true },
  ],
  cells: (row: Row) => ({ share: { table: "initiatives", key: String(row.city_id), column: "initiatives" } }),
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
};
const heads = (sheet: ReturnType<typeof tableSheet>) => sheet.columns.map(({ head }) => head);
const values = (sheet: ReturnType<typeof tableSheet>, row: Row) =>
  sheet.columns.map(({ value }) => value(row));

describe("tableSheet(shown, context)", () => {
  const sheet = tableSheet(figure, contextWith([discrepancy("one", "lisbon")]));

  it("has one line of heads with units, and marks in columns of their own", () => {
    expect(heads(sheet)).toEqual(["City", "Coverage (now; 0 to 1)", "Year", "Flag", "Second reading"]);
  });

  it("gives bare values, and nothing for what is missing", () => {
    expect(values(sheet, rows[0]!)).toEqual([
      "Lisbon",
      0.8333,
      2013,
      "estimated: about, in the text",
      "Title of one",
    ]);
    expect(values(sheet, rows[1]!)).toEqual(["Nairobi", null, null, null, null]);
  });

  it("has no columns of marks where there are none", () => {
    const plain = tableSheet({ ...figure, rows: [{ city: "Lisbon", share: 1, year: 2013 }] }, contextWith());
    expect(heads(plain)).toEqual(["City", "Coverage (now; 0 to 1)", "Year"]);
  });
});

describe("fileSheet(shown, context)", () => {
  it("adds what the query gives beside the table, the documents and the version", () => {
    const sheet = fileSheet(figure, contextWith());
    expect(heads(sheet)).toEqual([
      "City",
      "Coverage (now; 0 to 1)",
      "Year",
      "Flag",
      "City id",
      "Source",
      "Data version",
    ]);
    expect(values(sheet, rows[0]!).slice(4)).toEqual(["lisbon", "Document thp-2014, Table 7", "0123abcd"]);
  });

  it("gives the bare number in place of words that are nothing else, and beside words that say more", () => {
    const of = (words: (row: Row) => string) =>
      fileSheet({ ...figure, columns: [{ name: "year", title: "Year", words }] }, contextWith());
    const alone = of((row) => (row.year === null ? "not stated" : String(row.year)));
    expect(heads(alone).filter((head) => head.startsWith("Year"))).toEqual(["Year"]);
    expect([alone.columns[0]!.numeric, ...rows.map(alone.columns[0]!.value)]).toEqual([true, 2013, null]);
    const more = of((row) => (row.year === null ? "not stated" : `about ${String(row.year)}`));
    expect(heads(more).filter((head) => head.startsWith("Year"))).toEqual(["Year", "Year, number"]);
    expect(more.columns[0]!.value(rows[0]!)).toBe("about 2013");
  });

  it("tells flag and note once, in words, whatever the page shows of them", () => {
    const marked = {
      ...figure,
      columns: [...figure.columns, { name: "flag", title: "Flags", words: () => "*" }],
    };
    const sheet = fileSheet(marked, contextWith());
    expect(heads(sheet).filter((head) => /flag|note/i.test(head))).toEqual(["Flags"]);
    expect(values(sheet, rows[0]!)).toContain("Estimated: about, in the text");
    const noted = [{ ...rows[0]!, flag: null, note: "foreign_born_pct as printed" }];
    const alone = fileSheet({ ...figure, rows: noted }, contextWith());
    expect(heads(alone)).toContain("Note");
    expect(values(alone, noted[0]!)).toContain("foreign-born share as printed");
  });

  it("writes units in heads as units", () => {
    const priced = [{ city: "Lisbon", amount_eur: 1, share_pct: 2, source_id: "a" }];
    const sheet = fileSheet({ ...figure, rows: priced, columns: figure.columns.slice(0, 1) }, contextWith());
    expect(heads(sheet).slice(1, 4)).toEqual(["Amount, EUR", "Share, %", "Source id"]);
  });

  it("tells two columns of one head apart", () => {
    const twice = { ...figure, columns: [figure.columns[0]!, { name: "city_id", title: "City" }] };
    expect(heads(fileSheet(twice, contextWith())).slice(0, 2)).toEqual(["City", "City 2"]);
  });
});

it("every column that shows another unit than its number says the number's own", () => {
  const columns = scenarioPictures.flatMap((picture) => picture.columns);
  const shown = columns.filter((column) => column.show);
  expect(shown.length).toBeGreaterThan(3);
  for (const column of shown) expect(column.bareUnit, column.name).toBeTruthy();
});
