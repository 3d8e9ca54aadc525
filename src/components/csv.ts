import { csvFormat } from "d3-dsv";
import type { Cell } from "./figure.js";
import { fileSheet } from "./figure-sheet.js";
import { startsFormula } from "./formula.js";

/**
 * Rows as CSV (RFC 4180): commas, LF, the names as header. A missing value is an empty cell; a text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param columns names in the order of the columns
 */
export function toCsv(rows: Record<string, Cell | bigint>[], columns: string[]): string {
  const safe = rows.map((row) =>
    Object.fromEntries(
      columns.map((name) => {
        const value = row[name] ?? null;
        return [name, typeof value === "string" && startsFormula(value) ? `'${value}` : value];
      }),
    ),
  );
  return csvFormat(safe, columns) + "\n";
}

/** The rows of a figure as CSV, all that is known of them: see `fileSheet`. */
export function figureCsv(...figure: Parameters<typeof fileSheet>): string {
  const { columns, rows } = fileSheet(...figure);
  return toCsv(
    rows.map((row) => Object.fromEntries(columns.map(({ head, value }) => [head, value(row)]))),
    columns.map(({ head }) => head),
  );
}
