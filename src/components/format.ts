import { columnWords } from "./column-words.js";
import type { Cell, Column, Row } from "./figure.js";

/** Meanings of the flags, Eurostat's letters. */
export const flagMeanings: Record<string, string> = {
  b: "break in series",
  d: "definition differs",
  e: "estimated",
  j: "our own reading",
  n: "unclear in the report",
  p: "provisional",
  u: "low reliability",
};

const formats = new Map<string, Intl.NumberFormat>();

/** A British number format; made once, for making one takes longer than all it formats. */
function numberFormat(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const made =
    formats.get(key) ??
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, made);
  return made;
}

/** A number in British style with grouped thousands; a minus sign, not a hyphen. */
export function formatNumber(value: number, decimals = 0): string {
  const text = numberFormat(decimals, decimals).format(value);
  // What rounds to zero is zero, without a sign.
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace("-", "−");
}

/** Millions and billions in words, for sentences: 65.3 million. */
export function formatLarge(value: number): string {
  if (Math.abs(value) >= 999.95e6) return `${formatNumber(value / 1e9, 1)} billion`;
  if (Math.abs(value) >= 1e6) return `${formatNumber(value / 1e6, 1)} million`;
  return formatNumber(value);
}

/** A count or a share of a place, for sentences: "2.7 million", "18.1 %". */
export function countOrShare(value: number, unit: string): string {
  return unit.startsWith("%") ? `${formatNumber(value, 1)}\u202f%` : formatLarge(value);
}

/** A value of a table, as shown; a year is never grouped. */
export function formatCell(
  value: Exclude<Cell, null>,
  column: Pick<Column, "year" | "decimals" | "asPrinted" | "names">,
): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return column.names?.[value] ?? value;
  if (column.year) return String(value);
  if (column.asPrinted) return numberFormat(0, 6).format(value).replace("-", "−");
  return formatNumber(value, column.decimals ?? 0);
}

/**
 * A share in per cent: "83 %". What is not whole never reads as 100 %, nor what is not nothing as 0 %: it is told with
 * up to two decimals more.
 */
export function percent(share: number, decimals = 0): string {
  const shown = (used: number) => Math.round(share * 100 * 10 ** used) / 10 ** used;
  const misleads = (used: number) =>
    (shown(used) === 0 && Math.abs(share) > 1e-9) || (shown(used) === 100 && Math.abs(1 - share) > 1e-9);
  let used = decimals;
  while (used < decimals + 2 && misleads(used)) used++;
  return `${formatNumber(share * 100, used)} %`;
}

/** The flags of a row in words: "definition differs, estimated"; empty where it carries none. */
export function flagNames(row: Row): string {
  return typeof row.flag === "string"
    ? [...row.flag].map((letter) => flagMeanings[letter] ?? letter).join(", ")
    : "";
}

/** How a note begins that speaks of a column: "summary: …". */
const ofColumn = /^([a-z]+(?:_[a-z]+)*): /;

/**
 * The flags of a row in words, with its note: "estimated: about, in the document"; of a note that says which column it
 * is about: "low reliability (what is said): …".
 */
export function flagWords(row: Row): string {
  if (typeof row.flag !== "string") return "";
  const words = flagNames(row);
  if (!row.note) return words;
  const { column, said } = parted(String(row.note));
  return column === null ? `${words}: ${said}` : `${words} (${column}): ${said}`;
}

/** The column that a note begins with, in words, and what it says. */
function parted(note: string): { column: string | null; said: string } {
  const column = ofColumn.exec(note)?.[1];
  if (column === undefined) return { column: null, said: readableNote(note) };
  const name = columnWords[column] ?? column.replaceAll("_", " ");
  return { column: name, said: readableNote(note.slice(column.length + 2)) };
}

/** What to mind about a row: its flags in words with their note, or a note alone. */
export function minded(row: Row): string {
  const flagged = flagWords(row);
  if (flagged || !row.note) return flagged;
  const { column, said } = parted(String(row.note));
  return column === null ? said : `${column}: ${said}`;
}

/** The same as it begins a sentence. */
export const mindWords = (row: Row): string => capital(minded(row));

/**
 * A note with column names in words: "foreign_born_pct: …" becomes "foreign-born share: …". A producer's
 * code ("ert_bil_eur_a"), which has single letters, stays as it is.
 */
export function readableNote(note: string): string {
  return note.replace(
    /\b[a-z]{2,}(?:_[a-z]{2,})+\b(?!_)/g,
    (name) => columnWords[name] ?? name.replaceAll("_", " "),
  );
}

/** The mark of a flag behind a number in a picture, as large as the number; its key stands beside the picture. */
export function flagMark(row: Row): string {
  return typeof row.flag === "string" && row.flag !== "" ? "*" : "";
}

/** What the flags of rows mean, each once: "definition differs, estimated". */
export function flagMeaningsOf(rows: readonly Row[]): string {
  const letters = new Set(rows.flatMap((row) => (typeof row.flag === "string" ? [...row.flag] : [])));
  return [...letters]
    .sort()
    .map((letter) => flagMeanings[letter] ?? letter)
    .join(", ");
}

/**
 * How many rows carry a flag, and what their flags mean; empty where none does.
 * @param mark of a number with a flag, where the picture has them
 */
export function flagSentence(rows: Row[], mark = ""): string {
  const flagged = rows.filter((row) => typeof row.flag === "string" && row.flag !== "");
  if (!flagged.length) return "";
  const sign = mark ? ` (${mark})` : "";
  return `${flagged.length} of ${rows.length} rows ${flagged.length === 1 ? "carries" : "carry"} a flag${sign}: ${flagMeaningsOf(flagged)}; the table says why.`;
}

/** How a document gives a number that is no plain one, by the column `qualifier`, for sentences. */
const qualifierWords: Readonly<Record<string, string>> = {
  "≥": "at least",
  ">": "more than",
  "≤": "at most",
  "<": "less than",
  "≈": "about",
};

/**
 * A number behind its bound: "> 40" in a table, "more than 40" in a sentence; the number alone where it has none.
 * @param bound of the column `qualifier`
 */
export function bounded(words: string, bound: Cell | undefined, { sentence = false } = {}): string {
  if (typeof bound !== "string" || bound === "") return words;
  return sentence ? `${qualifierWords[bound] ?? bound} ${words}` : `${bound}\u202f${words}`;
}

/** A number with decimals only where it has them. */
export function formatShort(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

/** Words as they begin a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A name inside a sentence or behind a colon: its first letter small. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** A number with the decimals that it has, so that it can be typed again: "0.25", "1,500". @param most decimals */
export function formatAsItIs(value: number, most = 4): string {
  const [, decimals = ""] = String(Number(value.toFixed(most))).split(".");
  return formatNumber(value, Math.min(most, decimals.length));
}

/** Names in a sentence: "Auckland, Chicago and Lisbon". */
export function formatList(names: string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/**
 * Names where they are few, else how many there are: "Lisbon and Nairobi", "eight cities". A title has to say of what it
 * speaks, for it is read away from its page.
 */
export function namesOrNumber(names: string[], noun: string): string {
  return names.length <= 4 ? formatList(names) : `${inWords(names.length)} ${noun}`;
}

/** A small count as a word: "two"; from ten on in figures. */
export function inWords(count: number): string {
  return (
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][count] ?? String(count)
  );
}
