import { csvFormat } from "d3-dsv";
import type { Row } from "../figures/figure.js";
import { startsFormula } from "./formula.js";

/**
 * Rows as CSV (RFC 4180): UTF-8 without a byte order mark, commas, LF, the names as header. A missing value is an
 * empty cell; a text that a spreadsheet would run as a formula gets an apostrophe before it.
 * @param columns names in the order of the columns
 */
export function toCsv(rows: Row[], columns: string[]): string {
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
