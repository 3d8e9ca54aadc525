import type { Grid } from "./grid.js";

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
    placeOf: (at) => at,
  };
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
