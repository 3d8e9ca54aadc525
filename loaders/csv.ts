import { startsFormula } from "./formula.js";
import type { Cell, Table } from "./read-table.js";

/**
 * Writes a table as CSV (RFC 4180): UTF-8 without a byte order mark, commas, LF, the field names as header. A
 * missing value is an empty cell. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function toCsv({ resource, rows }: Table): string {
  const names = resource.schema.fields.map((field) => field.name);
  const lines = [names, ...rows.map((row) => names.map((name) => cellText(row[name] ?? null)))];
  return lines.map((cells) => `${cells.map(quotedIfNeeded).join(",")}\n`).join("");
}

function cellText(value: Cell): string {
  if (value === null) return "";
  return typeof value === "string" && startsFormula(value) ? `'${value}` : String(value);
}

function quotedIfNeeded(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
