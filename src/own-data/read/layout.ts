import { bareNumber, marksOf } from "./number-text.js";
import { daysOf, isYear } from "./date-text.js";
import { filledIn, isBlank, type Grid } from "./grid.js";
import { signOf } from "./signs.js";
import { isTotalWord, noteWords } from "./layout-words.js";

/** Why a row is none of the table's. */
export type Aside = "title" | "note" | "total" | "blank";

/** Which rows of a file are the table's, and which stand around it. */
export interface Layout {
  /** Rows of the head, one below the other; none where the table has no head. */
  head: number[];
  /** First row below the head, and the one after the last. */
  first: number;
  end: number;
  /** Rows that are set aside, by row; blank ones between the table's rows are not among them. */
  aside: ReadonlyMap<number, Aside>;
}

/** Columns of the widest table that spreadsheets hold. */
export const mostColumns = 16_384;

/** Rows from the top in which a head is looked for, and from the bottom in which notes and totals are. */
const headWithin = 40;
const footWithin = 40;
/** Rows between, from which the usual width of the table is taken. */
const sampled = 400;

/**
 * Where the head of a table is, and what stands above and below it: titles and notes above, notes and totals below.
 * @param head the rows of its head where the reader has said them; an empty list for a table without a head
 */
export function findLayout(grid: Grid, head?: readonly number[]): Layout {
  const width = usualWidth(grid);
  const chosen = head ?? findHead(grid, width);
  const below = chosen.length > 0 ? Math.max(...chosen) + 1 : firstWith(grid, width);
  const aside = new Map<number, Aside>();
  for (let at = 0; at < below; at++)
    if (!chosen.includes(at)) aside.set(at, isBlank(grid.row(at)) ? "blank" : "title");
  const first = below + setTotalAside(grid, below, aside);
  const end = setFootAside(grid, first, width, aside);
  return { head: [...chosen], first, end, aside };
}

/** Cells that most rows of the table have; of two as common numbers the larger, for rows around a table are narrow. */
function usualWidth(grid: Grid): number {
  const step = Math.max(1, Math.floor(grid.height / sampled));
  const counts = new Map<number, number>();
  for (let at = 0; at < grid.height; at += step) {
    const filled = filledIn(grid.row(at));
    if (filled > 0) counts.set(filled, (counts.get(filled) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return ranked[0]?.[0] ?? 1;
}

const firstWith = (grid: Grid, width: number): number => {
  for (let at = 0; at < Math.min(grid.height, headWithin); at++)
    if (filledIn(grid.row(at)) * 2 >= width) return at;
  return 0;
};

/**
 * The first row wide enough for a head, where its cells are names; with the row above or below it that belongs to it. A
 * row with gaps is one where no whole row of names comes after it: titles above a table may have two cells as well.
 */
function findHead(grid: Grid, width: number): number[] {
  let withGaps: number | null = null;
  for (let at = 0; at < Math.min(grid.height, headWithin); at++) {
    const row = grid.row(at);
    const filled = filledIn(row);
    // A group's head has gaps: its row is a head where the next one fills them.
    if (filled >= 2 && filled < width && isGroups(row, grid, at + 1, width)) return [at, at + 1];
    if (filled >= Math.max(1, width)) return headAt(grid, at, withGaps);
    if (filled < 2 || filled * 2 < width) continue;
    if (isHead(grid, at)) withGaps ??= at;
    else if (row.some((text) => isNumber(text) && !isYear(text))) break;
  }
  return withGaps === null ? [] : withUnits(grid, withGaps);
}

/** The first whole row decides: it is the head, or the row with gaps before it is, or there is none. */
function headAt(grid: Grid, at: number, withGaps: number | null): number[] {
  const isNames = isHead(grid, at);
  // Right below names with gaps, words are the first row of a table of words.
  const isFirstRow = withGaps === at - 1 && !isOverNumbers(grid, at);
  if (withGaps !== null && (isFirstRow || !isNames)) return withUnits(grid, withGaps);
  return isNames ? withUnits(grid, at) : [];
}

/** A head with the row of units below it: "number", "EUR" under the names of numbers alone. */
function withUnits(grid: Grid, at: number): number[] {
  const row = grid.height > at + 2 ? grid.row(at + 1).map((text) => text.trim()) : [];
  const numeric = numericColumns(grid, at + 2);
  const isUnit = (text: string, column: number) =>
    text === "" || (numeric.has(column) && !/\d/.test(text) && signOf(text) === null);
  const hasGap = grid.row(at).some((text, column) => text.trim() !== "" && (row[column] ?? "") === "");
  return row.some((text) => text !== "") && hasGap && row.every(isUnit) ? [at, at + 1] : [at];
}

/** True where the cells of a row name columns: no numbers but years, none twice below in its own column. */
function isHead(grid: Grid, at: number): boolean {
  const row = grid.row(at);
  if (!row.every((text) => text.trim() === "" || isName(text))) return false;
  if (isOverNumbers(grid, at)) return true;
  const below: (readonly string[])[] = [];
  for (let next = at + 1; next < grid.height && below.length < 50; next++) below.push(grid.row(next));
  // A value that comes again in its column is a value, and no name of it.
  return !row.some(
    (text, column) => text.trim() !== "" && below.some((other) => other[column]?.trim() === text.trim()),
  );
}

/** True where a word stands over numbers: it is their name, whatever comes again below. */
function isOverNumbers(grid: Grid, at: number): boolean {
  const numeric = numericColumns(grid, at + 1);
  const row = grid.row(at);
  return [...numeric].some((column) => {
    const text = (row[column] ?? "").trim();
    return text !== "" && isName(text) && !isYear(text) && signOf(text) === null;
  });
}

const isName = (text: string) =>
  isYear(text) || !(isNumber(text) || daysOf(text).length > 0 || signOf(text)?.kind === "bound");

const isNumber = (text: string) => {
  const bare = bareNumber(text);
  return bare !== null && marksOf(bare.digits) !== null;
};

/**
 * True where a row names groups of columns: the next one names the columns under its gaps, and leaves one to it or has a
 * name twice. A title above a head does neither.
 */
function isGroups(groups: readonly string[], grid: Grid, at: number, width: number): boolean {
  if (at + 1 >= grid.height) return false;
  const [below, after] = [grid.row(at).map((text) => text.trim()), grid.row(at + 1)];
  if (!below.every((text) => text === "" || isName(text)) || filledIn(after) * 2 < width) return false;
  const isNamed = (column: number) => (groups[column] ?? "").trim() !== "";
  const first = groups.findIndex((_, column) => isNamed(column));
  const fillsGap = below.some((text, column) => column > first && text !== "" && !isNamed(column));
  const leavesOne = groups.some((_, column) => isNamed(column) && (below[column] ?? "") === "");
  const names = below.filter((text) => text !== "");
  return fillsGap && (leavesOne || new Set(names).size < names.length);
}

/** Sets aside a total that stands above what it adds up. @returns how many rows it takes */
function setTotalAside(grid: Grid, first: number, aside: Map<number, Aside>): 0 | 1 {
  const numeric = numericColumns(grid, first);
  if (first + 1 >= grid.height || numeric.size === 0) return 0;
  const texts = grid.row(first).map((text) => text.trim());
  const lead = texts.find((text) => text !== "") ?? "";
  if (!isTotalWord(lead) || ![...numeric].some((column) => isNumber(texts[column] ?? ""))) return 0;
  aside.set(first, "total");
  return 1;
}

/** Sets aside what stands below the table. @returns the row after its last one */
function setFootAside(grid: Grid, first: number, width: number, aside: Map<number, Aside>): number {
  const numeric = numericColumns(grid, first);
  const foot: number[] = [];
  let [end, gap] = [grid.height, false];
  for (let at = grid.height - 1; at >= Math.max(first, grid.height - footWithin); at--) {
    const row = grid.row(at);
    if (isBlank(row)) {
      foot.push(at);
      gap = true;
      continue;
    }
    const what = footOf(row, width, numeric, isAfterGap(grid, at, first));
    if (!what) break;
    aside.set(at, what);
    foot.push(at);
    end = at;
  }
  // Blank rows at the very end are the file's, not the table's.
  while (end > first && isBlank(grid.row(end - 1))) end--;
  if (gap || foot.length > 0) for (const at of foot) if (at >= end && !aside.has(at)) aside.set(at, "blank");
  return end;
}

/** True where a blank row stands between a row and the table above it. */
function isAfterGap(grid: Grid, at: number, first: number): boolean {
  for (let above = at - 1; above >= Math.max(first, at - footWithin); above--)
    if (isBlank(grid.row(above))) return true;
  return false;
}

/** What a row below the table is; null for one of the table's. */
function footOf(
  row: readonly string[],
  width: number,
  numeric: ReadonlySet<number>,
  afterGap: boolean,
): Aside | null {
  const texts = row.map((text) => text.trim());
  const [lead = ""] = texts.filter((text) => text !== "");
  const values = [...numeric].filter((column) => (texts[column] ?? "") !== "");
  const isOfTable = values.some((column) => isNumber(texts[column]!) || signOf(texts[column]!) !== null);
  if (isTotalWord(lead) && (numeric.size === 0 || isOfTable)) return "total";
  return isNoteBelow(lead, filledIn(row), width, afterGap, { numeric, isOfTable }) ? "note" : null;
}

/** True for a row below the table that tells of it. @param lead its first text @param filled how many texts it has */
function isNoteBelow(
  lead: string,
  filled: number,
  width: number,
  afterGap: boolean,
  { numeric, isOfTable }: { numeric: ReadonlySet<number>; isOfTable: boolean },
): boolean {
  if (width === 1) return noteWords.test(lead);
  const isNote = noteWords.test(lead) || lead.length > 60;
  if (filled === 1 && (afterGap || isNote)) return true;
  // A separator in a note parts it, and makes no row of it; nor are words where the table has numbers.
  const isWords = (filled < width && isNote) || (afterGap && numeric.size > 0);
  return isWords && !isOfTable;
}

/** Columns whose first rows are numbers, for the most part. */
function numericColumns(grid: Grid, first: number): Set<number> {
  const found = new Set<number>();
  const rows: (readonly string[])[] = [];
  for (let at = first; at < grid.height && rows.length < 100; at++)
    if (!isBlank(grid.row(at))) rows.push(grid.row(at));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 0; column < Math.min(width, mostColumns); column++) {
    const texts = rows.map((row) => (row[column] ?? "").trim()).filter((text) => text !== "");
    const numbers = texts.filter(isNumber).length;
    if (numbers > 0 && numbers * 2 >= texts.length) found.add(column);
  }
  return found;
}
