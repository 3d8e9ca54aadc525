import type { CellKind, Grid } from "./grid.js";
import { mostDigits } from "./number-text.js";

/** A table of a file that knows its columns, as rows of text below a row of their names. */
export function columnsGrid(
  names: readonly string[],
  height: number,
  valueAt: (column: number, row: number) => unknown,
): Grid {
  return {
    height: height + 1,
    width: names.length,
    row: (at) => (at === 0 ? names : names.map((_, column) => valueText(valueAt(column, at - 1)))),
    kindsOf: (at) => names.map((_, column) => (at === 0 ? "text" : kindOf(valueAt(column, at - 1)))),
    placeOf: (at) => at,
  };
}

/** What a value is by itself; a whole number that is too long for one is a code. */
function kindOf(value: unknown): CellKind {
  if (typeof value === "number") return Number.isFinite(value) ? "number" : "text";
  if (typeof value === "bigint") return String(value).length > mostDigits ? "text" : "number";
  if (value instanceof Date) return "date";
  return typeof value === "boolean" ? "truth" : "text";
}

/** A value as text: a day without its time, bytes as their number, lists and records as JSON. */
function valueText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dayText(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (typeof value === "object")
    return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
  return String(value);
}

function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text;
}
