import { describe, expect, it } from "vitest";
import { checkAssertions } from "../../loaders/assertions.js";
import { checkExchangeRates, rateYear } from "../../loaders/check-exchange-rates.js";
import { checkPrintedTotals } from "../../loaders/check-printed-totals.js";
import { checkEvidence } from "../../loaders/check.js";
import { printedTotals, type PrintedTotal } from "../../loaders/printed-totals.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import type { Row } from "../../loaders/read-table.js";
import { hasWildcard, rowKey, rowKeyMatcher } from "../../loaders/row-key.js";
import { replacing, smallEvidence, tableOf, type Change } from "../support/evidence/small-evidence.js";

function assertionsOf(changes: Record<string, Change> = {}): string[] {
  const { tables, unsound } = checkEvidence(smallEvidence(changes));
  return checkAssertions(tables, unsound).map(formatFault);
}

describe("checkAssertions(tables): discrepancies", () => {
  it("accepts those that point at a cell holding the reading used", () => {
    expect(assertionsOf()).toEqual([]);
  });

  it("refuses a table, a column and a row that do not exist", () => {
    const discrepancies = (text: string) =>
      text
        .replace("towns,aldmoor,growth_pct", "villages,aldmoor,growth_pct")
        .replace("counts,aldmoor/bridges,amount", "counts,aldmoor/bridge,amounts")
        .replace("counts,*/wells,amount", "counts,*/moats,amount");
    expect(assertionsOf({ "discrepancies.csv": discrepancies })).toEqual([
      'discrepancies, row 2, column_name "amounts": must be a column of counts → write one of town_id, kind, amount, source_id, locator',
      'discrepancies, row 2, row_key "aldmoor/bridge": must fit at least one row of counts → write town_id/kind of a row, with * for any value',
      'discrepancies, row 3, table_name "villages": must be a table of the evidence → write one of sources, towns, counts, discrepancies, or leave it empty',
      'discrepancies, row 4, row_key "*/moats": must fit at least one row of counts → write town_id/kind of a row, with * for any value',
    ]);
  });

  it("refuses a row or column without a table", () => {
    const change = replacing("not-in-the-tables,,,,", "not-in-the-tables,,aldmoor,name,");
    expect(assertionsOf({ "discrepancies.csv": change })).toEqual([
      expect.stringMatching(
        /^discrepancies, row 5, row_key "aldmoor": must be empty where no table is named/,
      ),
      expect.stringMatching(/^discrepancies, row 5, column_name "name": must be empty/),
    ]);
  });

  it("refuses a reading that the cell does not hold, unless it says neither", () => {
    const using = (used: string) => ({ "discrepancies.csv": replacing("3,5,3", `3,5,${used}`) });
    expect(assertionsOf(using("5"))).toEqual([
      'discrepancies, row 2, used "5": must be what counts, aldmoor/bridges, amount holds: "3" → write that reading, or neither, or mend the cell',
    ]);
    expect(assertionsOf(using(""))).toHaveLength(1);
    expect(assertionsOf(using("neither"))).toEqual([]);
  });

  it("compares numbers as numbers and a missing cell with no reading, not with zero", () => {
    expect(assertionsOf({ "discrepancies.csv": replacing("3,5,3", "3,5,3.0") })).toEqual([]);
    expect(assertionsOf({ "counts.csv": replacing("bridges,3", "bridges,") })).toHaveLength(1);
    expect(
      assertionsOf({
        "counts.csv": replacing("bridges,3", "bridges,"),
        "discrepancies.csv": replacing("3,5,3", "3,5,0"),
      }),
    ).toHaveLength(1);
  });

  it("does not judge what points into a table with problems of its own", () => {
    expect(assertionsOf({ "counts.csv": replacing("bridges,3", "bridge,x") })).toEqual([]);
  });
});

describe("rowKeyMatcher(key, primaryKey)", () => {
  const row: Row = { place: "a/b", year: 2013, note: "(x)" };
  const fits = (key: string) => rowKeyMatcher(key, ["place", "year", "note"])(row);

  it("fits the row's own key, whatever characters it holds", () => {
    expect(rowKey(row, ["place", "year", "note"])).toBe("a/b/2013/(x)");
    expect(fits("a/b/2013/(x)")).toBe(true);
    expect(fits("a/b/2013/.x.")).toBe(false);
  });

  it("takes * for any text, as a part, within a part or alone", () => {
    for (const key of ["*", "*/2013/*", "a/*/2013/(x)", "a*", "*/*/*"]) {
      expect(hasWildcard(key)).toBe(true);
      expect(fits(key)).toBe(true);
    }
    expect(fits("*/2014/*")).toBe(false);
    expect(hasWildcard("a/b")).toBe(false);
  });
});

describe("checkPrintedTotals(tables, totals)", () => {
  const cells = tableOf(
    "cells",
    [{ name: "city" }, { name: "n", type: "integer" }, { name: "m", type: "integer" }],
    [
      { city: "a", n: 1, m: 5 },
      { city: "a", n: 2, m: 0 },
      { city: "b", n: 4, m: 1 },
    ],
  );
  const discrepancies = (value_b: string) =>
    tableOf(
      "discrepancies",
      [{ name: "discrepancy_id" }],
      [{ discrepancy_id: "short", value_a: "10", value_b }],
    );
  const total: PrintedTotal = {
    table: "cells",
    columns: ["n"],
    where: { city: "a" },
    rows: 2,
    expected: 3,
    source_id: "almanac",
    locator: "Table 1, row a",
  };
  const check = (changed: Partial<PrintedTotal>, ...more: ReturnType<typeof tableOf>[]) =>
    checkPrintedTotals(new Map([cells, ...more].map((table) => [table.name, table])), [
      { ...total, ...changed },
    ]).map(formatFault);

  it("accepts cells that add up, over rows and columns", () => {
    expect(check({})).toEqual([]);
    expect(check({ columns: ["n", "m"], where: {}, rows: 3, expected: 13 })).toEqual([]);
  });

  it("names the sum, the total and its place where they differ", () => {
    expect(check({ expected: 4 })).toEqual([
      'cells, n "3": must add up to 4 for a (almanac, Table 1, row a) → compare each cell with the printed table; if the document is wrong, record it in discrepancies',
    ]);
  });

  it("misses a row even where it would add nothing", () => {
    expect(check({ rows: 3 })).toEqual([expect.stringMatching(/^cells, n "2": must have 3 rows for a/)]);
  });

  it("accepts a total known to be wrong only where the cells differ exactly as recorded", () => {
    const expected = { printed: 5, sumOfCells: 3, discrepancy_id: "short" };
    expect(check({ expected }, discrepancies("12"))).toEqual([]);
    expect(check({ expected }, discrepancies("13"))).toEqual([
      expect.stringMatching(/two readings that are 2 apart/),
    ]);
    expect(check({ expected: { ...expected, discrepancy_id: "gone" } }, discrepancies("12"))).toEqual([
      expect.stringMatching(/"gone": must be in discrepancies: 5 is printed for a, the cells give 3/),
    ]);
    expect(check({ expected: { ...expected, sumOfCells: 4 } }, discrepancies("11"))).toEqual([
      expect.stringMatching(/must add up to 4/),
    ]);
  });

  it("passes over tables that are not there", () => {
    expect(check({ table: "others" })).toEqual([]);
  });
});

describe("printedTotals", () => {
  const sumOfCells = ({ expected }: PrintedTotal) =>
    typeof expected === "number" ? expected : expected.sumOfCells;

  it("agree among themselves: totals by city, by category and overall", () => {
    for (const overall of printedTotals.filter(({ where }) => Object.keys(where).length === 0)) {
      const parts = printedTotals.filter(
        ({ table, columns, where }) =>
          table === overall.table &&
          columns.join() === overall.columns.join() &&
          Object.keys(where).length > 0,
      );
      for (const category of new Set(parts.map(({ where }) => Object.keys(where)[0]!))) {
        const sums = parts.filter(({ where }) => category in where);
        expect(sums.reduce((sum, part) => sum + sumOfCells(part), 0)).toBe(sumOfCells(overall));
        expect(sums.reduce((sum, part) => sum + part.rows, 0)).toBe(overall.rows);
      }
    }
  });
});

describe("checkExchangeRates(tables)", () => {
  const year = { type: "integer" as const };
  const sources = tableOf(
    "sources",
    [{ name: "source_id" }, { name: "year", ...year }],
    [{ source_id: "almanac", year: 2019 }],
  );
  const funding = (...rows: Row[]) =>
    tableOf(
      "funding",
      [
        { name: "currency" },
        { name: "year_from", ...year },
        { name: "year_to", ...year },
        { name: "source_id" },
      ],
      rows.map((row) => ({ currency: "USD", year_from: null, year_to: null, source_id: "almanac", ...row })),
    );
  const rates = tableOf(
    "exchange_rates",
    [{ name: "currency" }, { name: "year", ...year }],
    [{ currency: "USD", year: 2012, units_per_eur: null, flag: "n", note: "Looked for at the bank." }],
  );
  const check = (...rows: Row[]) =>
    checkExchangeRates(new Map([sources, funding(...rows), rates].map((table) => [table.name, table]))).map(
      formatFault,
    );

  it("needs the first year, else the last, else the year of the document", () => {
    const [first, last, none] = funding({ year_from: 2012, year_to: 2014 }, { year_to: 2014 }, {}).rows;
    expect([first, last, none].map((row) => rateYear(row!, sources))).toEqual([2012, 2014, 2019]);
    expect(rateYear({ source_id: "unknown" }, sources)).toBeNull();
  });

  it("accepts a rate that was looked for and not found, euros, and amounts without a currency", () => {
    expect(check({ year_from: 2012 }, { currency: "EUR" }, { currency: null })).toEqual([]);
  });

  const ratesOf = (...rows: Row[]) =>
    checkExchangeRates(
      new Map([
        [
          "exchange_rates",
          tableOf("exchange_rates", [{ name: "currency" }, { name: "year", ...year }], rows),
        ],
      ]),
    ).map(formatFault);

  it("refuses a rate of nothing or less, and an empty one that flag n does not explain", () => {
    const usd = { currency: "USD", year: 2012, flag: null };
    expect(
      ratesOf(
        { ...usd, units_per_eur: 0 },
        { ...usd, units_per_eur: -1.2 },
        { ...usd, units_per_eur: null },
        { ...usd, units_per_eur: null, flag: "e" },
        { ...usd, units_per_eur: null, flag: "en" },
        { ...usd, units_per_eur: 1.2 },
        { currency: "EUR", year: 2012, units_per_eur: 2 },
      ),
    ).toEqual([
      'exchange_rates, row 2, units_per_eur "0": must be more than 0: amounts are divided by it → write the published rate, or leave it empty with flag n and a note',
      expect.stringMatching(/row 3, units_per_eur "-1\.2": must be more than 0/),
      expect.stringMatching(
        /row 4, units_per_eur: must be given where flag n does not say that none was found/,
      ),
      expect.stringMatching(/row 5, units_per_eur: must be given/),
      expect.stringMatching(/row 8, units_per_eur "2": must be 1 for euros/),
    ]);
  });

  it("names the currency and year that are missing", () => {
    expect(check({ year_from: 2012 }, {})).toEqual([
      expect.stringMatching(
        /^funding, row 3, currency "USD": needs a rate in exchange_rates: USD 2019 → add it/,
      ),
    ]);
  });
});
