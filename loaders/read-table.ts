import { readdirSync } from "node:fs";
import { join } from "node:path";
import { closest } from "../src/model/closest.js";
import { decodeText } from "./decode-text.js";
import type { Resource } from "./package.js";
import { parseCsv, type CsvRow } from "./parse-csv.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import { longestCell, readCell, type Cell } from "./read-cell.js";
import { readRegularFile } from "./read-regular-file.js";

export type { Cell } from "./read-cell.js";

/** One row of a table, by field name. */
export type Row = Record<string, Cell>;

/** A table as read: typed values in the order of the file. */
export interface Table {
  name: string;
  resource: Resource;
  rows: Row[];
  /** For each row its number in the file, as a spreadsheet shows it (the header is row 1). */
  lines: number[];
}

/** Largest CSV that is read, in bytes: the evidence has some 500 KB, and people edit it. */
export const mostTableBytes = 50 * 2 ** 20;

/** Most cells of a table: beyond, reading takes all memory before it can say a word. */
const mostCells = 1_000_000;

/** What became of a file. A cell that cannot be read keeps its text, so that it is not taken for missing. */
export interface ReadTable {
  /** Left out where there is no table to speak of: no file, no text, a wrong header. */
  table?: Table;
  /** Whether every row of the file is in the table; false where one had to be left out. */
  complete: boolean;
  problems: EvidenceFault[];
}

/**
 * Reads one table's CSV and types its cells. Columns may stand in any order; a byte order mark, CRLF line ends
 * and blank lines are tolerated. Everything else that is wrong is a problem; none is thrown.
 * @param folder absolute path of the data folder
 * @param resource the table's description
 */
export function readTable(folder: string, resource: Resource): ReadTable {
  const problems: EvidenceFault[] = [];
  const tell: Tell = (row, field, value, rule, mend) =>
    problems.push(evidenceFault({ table: resource.name, row, field, value }, rule, mend));
  const unread: ReadTable = { complete: false, problems };
  const text = readText(folder, resource, problems, tell);
  const parsed = text === null ? null : parse(text, resource, tell);
  if (!parsed) return unread;

  const table: Table = { name: resource.name, resource, rows: [], lines: [] };
  let { complete } = parsed;
  for (const line of parsed.body) {
    const row = readRow(line, parsed.header.cells, resource, tell);
    if (row) {
      table.rows.push(row);
      table.lines.push(line.row);
    } else complete = false;
  }
  return { table, complete, problems };
}

/** The text of the table's file; null where it cannot be had, or is too large. */
function readText(folder: string, resource: Resource, problems: EvidenceFault[], tell: Tell): string | null {
  const named = nameInFolder(folder, resource.path);
  if (named !== resource.path) {
    const mend =
      named === undefined
        ? `put ${resource.path} into the data folder, with a header even where it has no rows`
        : `rename ${named} to ${resource.path}: small and capital letters count`;
    tell(null, null, null, "has no file", mend);
    return null;
  }
  const file = readRegularFile(join(folder, resource.path), mostTableBytes);
  if (file.rule !== undefined) {
    tell(null, null, null, file.rule, file.mend);
    return null;
  }
  const { text, problems: undecoded } = decodeText(file.bytes, resource.name);
  if (text === undefined) {
    for (const problem of undecoded) problems.push(problem);
    return null;
  }
  if (cellsAtMost(text) <= mostCells) return text;
  const rule = `must have at most ${mostCells.toLocaleString("en")} cells`;
  tell(null, null, null, rule, "leave out what the evidence does not need");
  return null;
}

/**
 * The file's header and rows.
 * @returns null where its header cannot be read or is not the table's; `complete` is false where a row was left out
 */
function parse(
  text: string,
  resource: Resource,
  tell: Tell,
): { header: CsvRow; body: CsvRow[]; complete: boolean } | null {
  const { rows, faults } = parseCsv(text);
  const [header, ...body] = rows;
  if (header && separatedOtherwise(header, resource)) {
    const text = header.cells.join(",");
    tell(header.row, null, text, "must separate cells by commas", "save the file as CSV with commas");
    return null;
  }
  for (const { row, text, rule } of faults)
    tell(
      row,
      null,
      text,
      rule,
      'write a cell that holds a comma or a quote as "…", with "" for each quote in it',
    );
  if (!header && faults.length === 0)
    tell(null, null, null, "is empty", "write the header: the field names with commas");
  // A header that could not be parsed was left out of the rows: what stands first now is data.
  if (!header || faults.some(({ row }) => row < header.row)) return null;
  return checkHeader(header, resource, tell) ? { header, body, complete: faults.length === 0 } : null;
}

/**
 * The name that the folder itself gives a file, which may differ in capitals: some systems open it all the same, and
 * others, where the site is built next, do not.
 */
function nameInFolder(folder: string, path: string): string | undefined {
  const names = readdirSync(folder);
  return names.includes(path) ? path : names.find((name) => name.toLowerCase() === path);
}

/** Commas and line ends: as many as cells, or more where commas stand in quotes. */
function cellsAtMost(text: string): number {
  let count = 1;
  for (const mark of [",", "\n"])
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count;
}

/** Takes a fault of the table. */
type Tell = (
  row: number | null,
  field: string | null,
  value: string | null,
  rule: string,
  mend: string,
) => unknown;

/** Whether the file has semicolons or tabs for commas, as spreadsheets write it in some countries. */
function separatedOtherwise({ cells }: CsvRow, { schema }: Resource): boolean {
  return cells.length === 1 && schema.fields.length > 1 && /[;\t]/.test(cells[0] ?? "");
}

/** Whether the header names each field of the table once and nothing else. */
function checkHeader({ row, cells }: CsvRow, { schema, name }: Resource, tell: Tell): boolean {
  const names = schema.fields.map((field) => field.name);
  if (!cells.some((cell) => names.includes(cell) || closest(cell.trim(), names))) {
    const mend = `write it as the first line: ${names.join(",")}`;
    tell(row, null, cells.join(","), "must be the header, which is missing", mend);
    return false;
  }
  let good = true;
  const seen = new Set<string>();
  for (const cell of cells) {
    if (seen.has(cell)) tell(row, cell, null, "must stand once in the header", "remove or rename the second");
    else if (!names.includes(cell)) {
      const near = closest(cell.trim(), names);
      const mend = near ? `rename it ${near}` : "remove the column, or describe it in datapackage.json";
      tell(row, null, cell, `is no column of ${name}`, mend);
    }
    good &&= !seen.has(cell) && names.includes(cell);
    seen.add(cell);
  }
  for (const missing of names.filter((field) => !seen.has(field))) {
    tell(row, missing, null, "must be a column", "add it to the header and to every row");
    good = false;
  }
  return good;
}

/** The typed row, or null where its cells cannot be told apart. */
function readRow({ row, cells }: CsvRow, header: string[], { schema }: Resource, tell: Tell): Row | null {
  if (cells.every((cell) => cell.trim() === "")) {
    tell(row, null, null, "must not be a row of empty cells", "delete the row");
    return null;
  }
  if (cells.length !== header.length) {
    const rule = `must have ${header.length} cells and has ${cells.length}`;
    const mend =
      cells.length > header.length
        ? "put quotes around a cell that holds a comma"
        : "add the missing commas, also for empty cells";
    tell(row, null, cells.join(","), rule, mend);
    return null;
  }
  const missingValues = schema.missingValues ?? [""];
  const typed: Row = {};
  // In the order of the package, whatever the order of the columns in the file.
  for (const field of schema.fields) {
    const text = cells[header.indexOf(field.name)]!;
    const read = readCell(text, field, missingValues);
    if (read.rule !== undefined) tell(row, field.name, text, read.rule, read.mend);
    // Enough to tell it from a missing one; what is too long would be too long for every check after this.
    typed[field.name] = read.rule === undefined ? read.value : text.slice(0, longestCell);
  }
  return typed;
}
