import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startsFormula } from "../../src/components/formula.js";
import { figureCsv, toCsv } from "../../src/components/csv.js";
import type { Row } from "../../src/components/figure.js";
import { contextWith, discrepancy } from "../support/page/page.js";

const cells = (csv: string) => parse(csv, { relax_column_count: false });

describe("toCsv(rows, columns)", () => {
  it("writes a heading, then a line each row, in the order of the columns asked for", () => {
    const rows = [{ city: "Lisbon", initiatives: 35, hidden: "x" }];
    expect(toCsv(rows, ["initiatives", "city"])).toBe("initiatives,city\n35,Lisbon\n");
  });

  it("writes the heading alone where there is no row", () => {
    expect(toCsv([], ["city"])).toBe("city\n");
  });

  it("leaves a missing value empty, unlike a zero or a no", () => {
    expect(toCsv([{ a: null, b: 0, c: false, d: "" }], ["a", "b", "c", "d", "e"])).toBe(
      "a,b,c,d,e\n,0,false,,\n",
    );
  });

  it.each([
    ["a comma", "Lisbon, Portugal", '"Lisbon, Portugal"'],
    ["a quote", 'the "best"', '"the ""best"""'],
    ["a line break", "one\ntwo", '"one\ntwo"'],
  ])("puts %s between quotes (RFC 4180)", (_, text, written) => {
    expect(toCsv([{ text }], ["text"])).toBe(`text\n${written}\n`);
  });

  it("keeps letters of every language", () => {
    const text = "São Paulo, Łódź, 東京, القاهرة, 🏙️, e\u0301";
    expect(cells(toCsv([{ text }], ["text"]))).toEqual([["text"], [text]]);
  });

  it.each([
    "=1+1",
    "+44+1",
    "+44 20 7946",
    "-2-3",
    "+1,2,3",
    "+a1",
    "+1%%",
    "+10\n",
    "@sum(a1)",
    "-cmd|' /c calc'!a0",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1",
    "－a",
    "＠a",
  ])("puts an apostrophe before %j, which a spreadsheet would run", (text) => {
    expect(cells(toCsv([{ text }], ["text"]))[1]).toEqual([`'${text}`]);
  });

  it.each(["+44", "-3.5", "+10.5", "+1,234.5", "-12 %", "+10.5\u202f%"])(
    "leaves %j as it is: a plain number with its sign runs nothing",
    (text) => {
      expect(cells(toCsv([{ text }], ["text"]))[1]).toEqual([text]);
    },
  );

  it("guards the names of columns as it does cells", () => {
    const rows = [{ a: "=1+1", "=b": "@x", "-1": 2, "＝c": null }];
    expect(cells(toCsv(rows, ["a", "=b", "-1", "＝c"]))).toEqual([
      ["a", "'=b", "-1", "'＝c"],
      ["'=1+1", "'@x", "2", ""],
    ]);
  });

  it("leaves negative numbers numbers", () => {
    expect(toCsv([{ change: -3.5 }], ["change"])).toBe("change\n-3.5\n");
  });

  it("gives cells that no spreadsheet runs, and every other text unchanged", () => {
    const risky = fc
      .tuple(
        fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠", "'", ""),
        fc.string({ unit: "grapheme" }),
      )
      .map(([start, rest]) => start + rest);
    fc.assert(
      fc.property(fc.array(fc.record({ a: risky, b: fc.integer() }), { minLength: 1 }), (rows) => {
        const [, ...read] = cells(toCsv(rows, ["b", "a"]));
        expect(read).toHaveLength(rows.length);
        read.forEach(([number, text], i) => {
          const { a, b } = rows[i]!;
          expect(number).toBe(String(b));
          expect(startsFormula(text!)).toBe(false);
          expect([a, `'${a}`]).toContain(text);
          if (!startsFormula(a)) expect(text).toBe(a);
        });
      }),
    );
  });
});

describe("figureCsv(shown, context)", () => {
  const figure = {
    columns: [
      { name: "city", title: "City" },
      { name: "value", title: "Value", unit: "per resident" },
    ],
    cells: (row: Row) => ({ value: { table: "initiatives", key: String(row.city), column: "initiatives" } }),
    sources: [
      { source_id: "thp-2014", locator: "Table 7" },
      { source_id: "com-2012", locator: "essay" },
    ],
  };
  const context = contextWith([discrepancy("one", "lisbon"), discrepancy("two", "lisbon")]);
  const read = (rows: Row[]): Record<string, string>[] =>
    parse(figureCsv({ ...figure, rows }, context), { columns: true });

  it("has readable heads, the discrepancies of each row's numbers, the documents and the data version", () => {
    const told = {
      Source: "Document thp-2014, Table 7. Document com-2012, essay",
      "Data version": "0123abcd",
    };
    expect(
      read([
        { city: "lisbon", value: 1 },
        { city: "nairobi", value: null },
      ]),
    ).toEqual([
      {
        City: "lisbon",
        "Value (per resident)": "1",
        "Second reading": "Title of one; Title of two",
        ...told,
      },
      { City: "nairobi", "Value (per resident)": "", "Second reading": "", ...told },
    ]);
  });

  it.each([
    [1 / 3, "0.333333"],
    [200 / 3, "66.666667"],
    [0.1 + 0.2, "0.3"],
    [1 / 30_000, "0.0000333333"],
    [-2 / 3, "-0.666667"],
    [65_300_000, "65300000"],
    [-36.84853, "-36.84853"],
    [12345678.9, "12345678.9"],
  ])("writes %d as %s", (value, written) => {
    expect(read([{ city: "lisbon", value }])[0]!["Value (per resident)"]).toBe(written);
  });

  it("gives what the table does not show under its name, as it is", () => {
    expect(read([{ city: "0.33333333333", mapped: false, share_pct: null }])[0]).toMatchObject({
      City: "0.33333333333",
      Mapped: "no",
      "Share, %": "",
    });
  });
});
