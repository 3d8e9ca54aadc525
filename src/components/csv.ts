import { csvFormatRows } from "d3-dsv";
import type { Cell } from "./figure.js";
import { fileSheet } from "./figure-sheet.js";
import { harmless } from "./formula.js";

/**
 * Rows as CSV (RFC 4180): commas, LF, the names as header. A missing value is an empty cell; a text or a name that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 * @param columns names in the order of the columns
 */
export function toCsv(rows: Record<string, Cell | bigint>[], columns: string[]): string {
  const written = (value: Cell | bigint) =>
    value === null ? "" : typeof value === "string" ? harmless(value) : String(value);
  const lines = rows.map((row) => columns.map((name) => written(row[name] ?? null)));
  return csvFormatRows([columns.map(harmless), ...lines]) + "\n";
}

/** The rows of a figure as CSV, all that is known of them: see `fileSheet`. */
export function figureCsv(...figure: Parameters<typeof fileSheet>): string {
  const { columns, rows } = fileSheet(...figure);
  return toCsv(
    rows.map((row) => Object.fromEntries(columns.map(({ head, value }) => [head, value(row)]))),
    columns.map(({ head }) => head),
  );
}
