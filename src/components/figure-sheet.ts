import { cellWords, isNumeric } from "./data-table.js";
import type { Cell, Column, Row } from "./figure.js";
import { sourcesBehind, touchedBy } from "./figure-caption.js";
import { capital, flagWords, minded, mindWords } from "./format.js";
import type { FrameContext } from "./frame-context.js";
import { isOwnRow, yourNumbers } from "./own-rows.js";
import type { ShownFigure } from "./shown-figure.js";
import { sourceText } from "./source-text.js";

/** A column of a sheet: what stands in its head and in its cells. */
export interface SheetColumn {
  /** Words with the unit in brackets; no two columns of a sheet have the same. */
  head: string;
  /** True where its cells are numbers. */
  numeric: boolean;
  /** Decimals shown; left out where a number stands as it is. */
  decimals?: number;
  /** True where its numbers are years, which are never grouped. */
  year?: boolean;
  /** The bare value: a number without the digits that it only seems to know; `null` where it is missing. */
  value(row: Row): Cell;
  /** The value as the page's table shows it. */
  words(row: Row): string;
}

/** A figure's rows with one line of heads, as files and spreadsheets take them. */
export interface Sheet {
  columns: SheetColumn[];
  rows: Row[];
}

type Told = Pick<ShownFigure, "rows" | "columns" | "cells" | "sources" | "sourcesOf">;

/** What the page's table shows, with marks in a column of their own: "Flag" and "Second reading", where there are any. */
export function tableSheet(shown: Told, context: Pick<FrameContext, "marks">): Sheet {
  const { rows, columns } = shown;
  const made = columns.flatMap((column) => [shownColumn(rows, column), ...boundColumn(rows, column)]);
  const flagged = rows.some((row) => row.flag) && !columns.some(({ name }) => name === "flag");
  if (flagged) made.push(wordColumn("Flag", flagWords));
  const readings = (row: Row) => touchedBy({ ...shown, rows: [row] }, context).on.map(context.marks.title);
  if (rows.some((row) => readings(row).length))
    made.push(wordColumn("Second reading", (row) => readings(row).join("; ")));
  return { columns: toldApart(made), rows };
}

/**
 * All that is known of a figure's rows: what its table shows, with flags and notes in words, then what the query gives
 * beside it (ids, years behind words), then the documents with their places and the version of the data. Rows that the
 * reader typed say so, and are of no version.
 */
export function fileSheet(
  shown: Told,
  context: Pick<FrameContext, "marks" | "sourceName" | "version">,
): Sheet {
  const { rows } = shown;
  const columns = shown.columns.map((column) => inFile(rows, column));
  const toMind = rows.some((row) => minded(row)) && !columns.some(({ name }) => name === "flag");
  const told = { name: "flag", title: rows.some((row) => row.flag) ? "Flag" : "Note", words: minded };
  const table = tableSheet({ ...shown, columns: toMind ? [...columns, told] : columns }, context).columns;
  const names = Object.keys(rows[0] ?? {}).filter(
    (name) =>
      name !== "flag" &&
      name !== "note" &&
      !columns.some((column) => (column.name === name && !column.words) || column.bound === name),
  );
  const source = (row: Row) =>
    isOwnRow(row) ? yourNumbers : sourceText({ sources: sourcesBehind(shown, [row]) }, context);
  const version = (row: Row) => (isOwnRow(row) ? "" : context.version);
  return {
    columns: toldApart([
      ...table,
      ...names.map((name) => bareColumn(rows, name, columns)),
      wordColumn("Source", source),
      wordColumn("Data version", version),
    ]),
    rows,
  };
}

/**
 * A column of the table as a file takes it: a flag with its meaning and its note, and the bare number where the page's
 * words are nothing but the number, or that there is none.
 */
function inFile(rows: Row[], column: Column): Column {
  const { name, words } = column;
  if (!words) return column;
  if (name === "flag") return { ...column, words: mindWords };
  const numbers = rows.filter((row) => typeof row[name] === "number");
  const bareOnly = rows.every((row) => typeof row[name] === "number" || (row[name] ?? null) === null);
  if (!numbers.length || !bareOnly || numbers.some((row) => words(row) !== String(row[name]))) return column;
  // Words that are the number's own digits group no thousands.
  return { ...column, words: undefined, year: true };
}

function shownColumn(rows: Row[], column: Column): SheetColumn {
  const unit = [column.unit, column.bareUnit].filter(Boolean).join("; ");
  return {
    head: unit ? `${column.title} (${unit})` : column.title,
    numeric: isNumeric(rows, column),
    decimals: column.asPrinted || column.show ? undefined : (column.decimals ?? 0),
    year: column.year,
    value: (row) => (column.words ? column.words(row) || null : bare(row[column.name] ?? null, column)),
    // A spreadsheet takes "> 40" for a word: the bound stands in a column of its own.
    words: (row) => cellWords(row, { ...column, bound: undefined }),
  };
}

/** How a document gives the numbers of a column that are no plain ones; none where all are plain. */
function boundColumn(rows: Row[], { title, bound }: Column): SheetColumn[] {
  if (bound === undefined || !rows.some((row) => row[bound])) return [];
  return [wordColumn(`${title}, bound`, (row) => String(row[bound] ?? ""))];
}

/**
 * A column of the query that the table does not show, under its name in words: "city_id" as "City id". Where a
 * column of the table has that head already, which tells more than the bare value, it says that it is a number or an id.
 */
function bareColumn(rows: Row[], name: string, columns: readonly Column[]): SheetColumn {
  const head = headOf(name);
  const taken = columns.some(
    (column) => column.title === head && (column.name === name || column.unit === undefined),
  );
  const numeric = rows.some((row) => typeof row[name] === "number");
  return {
    head: taken ? `${head}, ${numeric ? "number" : "id"}` : head,
    numeric,
    value: (row) => bare(row[name] ?? null),
    words: (row) => String(row[name] ?? ""),
  };
}

/** Units at the end of a column's name. */
const unitEndings: Record<string, string> = { eur: "EUR", usd: "USD", cad: "CAD", nzd: "NZD", pct: "%" };

/** A column's name in words: "amount_eur" is "Amount, EUR". */
function headOf(name: string): string {
  const [, words = name, ending = ""] = /^(.+)_([a-z]+)$/.exec(name) ?? [];
  const unit = Object.hasOwn(unitEndings, ending) ? unitEndings[ending] : undefined;
  return capital((unit ? words : name).replaceAll("_", " ")) + (unit ? `, ${unit}` : "");
}

const wordColumn = (head: string, words: (row: Row) => string): SheetColumn => ({
  head,
  numeric: false,
  value: (row) => words(row) || null,
  words,
});

function bare(value: Cell, column: Pick<Column, "names"> = {}): Cell {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return column.names?.[value] ?? value;
  return typeof value === "number" ? rounded(value) : value;
}

/** A ratio without the digits that it only seems to know: six decimals, six digits where it is below one. */
function rounded(value: number): number {
  if (Number.isInteger(value)) return value;
  return Number(Math.abs(value) < 1 ? value.toPrecision(6) : value.toFixed(6));
}

/** The same columns, told apart: of two with one head the later gets a number. */
function toldApart(columns: SheetColumn[]): SheetColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let head = column.head;
    for (let n = 2; taken.has(head); n++) head = `${column.head} ${n}`;
    taken.add(head);
    return { ...column, head };
  });
}
