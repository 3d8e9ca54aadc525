import type { Cell, Column, Row } from "../figures/figure.js";

/** Meanings of the flags, Eurostat's letters. */
export const flagMeanings: Record<string, string> = {
  b: "break in series",
  d: "definition differs",
  e: "estimated",
  n: "not stated or cannot be read with certainty",
  p: "provisional",
  u: "low reliability",
};

/** A number in British style with grouped thousands; a minus sign, not a hyphen. */
export function formatNumber(value: number, decimals = 0): string {
  const text = value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return text.replace("-", "−");
}

/** Millions and billions in words, for sentences: 65.3 million. */
export function formatLarge(value: number): string {
  if (Math.abs(value) >= 1e9) return `${formatNumber(value / 1e9, 1)} billion`;
  if (Math.abs(value) >= 1e6) return `${formatNumber(value / 1e6, 1)} million`;
  return formatNumber(value);
}

/** A value of a table, as shown; a year is never grouped. */
export function formatCell(value: Exclude<Cell, null>, column: Pick<Column, "name" | "decimals">): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (/(^|_)year($|_)|^founded$/.test(column.name)) return String(value);
  return formatNumber(value, column.decimals ?? 0);
}

/** The flags of a row in words, with its note: "estimated: about, in the document". */
export function flagWords(row: Row): string {
  if (typeof row.flag !== "string") return "";
  const words = [...row.flag].map((letter) => flagMeanings[letter] ?? letter).join(", ");
  return row.note ? `${words}: ${String(row.note)}` : words;
}

/** Names in a sentence: "Auckland, Chicago and Lisbon". */
export function formatList(names: string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
