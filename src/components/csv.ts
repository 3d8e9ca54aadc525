import { csvFormat } from "d3-dsv";
import type { Cell, Row } from "../figures/figure.js";

/**
 * Rows as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param columns names in order; a missing value is an empty cell
 */
export function toCsv(rows: Row[], columns: string[]): string {
  const safe = rows.map((row) =>
    Object.fromEntries(columns.map((name) => [name, harmless(row[name] ?? null)])),
  );
  return csvFormat(safe, columns) + "\n";
}

/** Text that no spreadsheet takes for a formula. */
function harmless(value: Cell): string | number | boolean | null {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
