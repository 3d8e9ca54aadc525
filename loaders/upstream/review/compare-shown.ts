import { cellWords } from "../../../src/components/data-table.js";
import type { Column } from "../../../src/components/figure.js";
import type { Cell, Row } from "../../read-table.js";
import { figureNamed } from "./evaluate-figures.js";
import type { Evaluation, Shown } from "./evaluation.js";
import { plainNumber } from "./review-part.js";

/** A cell that says something else than before. */
export interface ChangedCell {
  /** What tells its row from others. */
  row: string;
  column: string;
  /** As the figure's table shows it; null where the row is new, or gone. */
  before: string | null;
  after: string | null;
  /** True for a column that the figure's table does not show. */
  isUnseen?: true;
}

/** A figure whose title or rows are other than before. */
export interface ChangedFigure {
  name: string;
  /** Names under which pages have it with the same title and the same changes. */
  alike: string[];
  title: { before: string; after: string };
  cells: ChangedCell[];
}

/** True where a reader of the figure sees the change: in its title, or in a column of its table. */
export const isSeen = ({ title, cells }: Pick<ChangedFigure, "title" | "cells">): boolean =>
  title.before !== title.after || cells.some((cell) => !cell.isUnseen);

/** What changed in the figures. */
export interface ShownChanges {
  changed: ChangedFigure[];
  /** Figures that the evidence of before has nothing for, with the reason; null where they are not asked for. */
  added: { name: string; why: string | null }[];
  /** Figures that the evidence of today has nothing for. */
  lost: { name: string; why: string | null }[];
}

/** Figures of two evaluations, by their names. */
export function compareShown(before: Evaluation["shown"], after: Evaluation["shown"]): ShownChanges {
  const changes: ShownChanges = { changed: [], added: [], lost: [] };
  for (const name of [...new Set([...Object.keys(after), ...Object.keys(before)])]) {
    const [was, now] = [before[name], after[name]];
    if (isDrawn(was) && isDrawn(now)) {
      const cells = changedCells(was.rows, now.rows, figureNamed(name)?.figure.columns ?? []);
      if (cells.length > 0 || was.title !== now.title)
        addChanged(changes.changed, { name, title: { before: was.title, after: now.title }, cells });
    } else if (isDrawn(now)) changes.added.push({ name, why: whyNot(was) });
    else if (isDrawn(was)) changes.lost.push({ name, why: whyNot(now) });
  }
  return changes;
}

/** Adds a figure; one that changed as another view of it did is named beside that. */
function addChanged(changed: ChangedFigure[], figure: Omit<ChangedFigure, "alike">): void {
  const idOf = (name: string) => name.split(" ", 2).join(" ");
  const saysOf = ({ name, title, cells }: typeof figure) => JSON.stringify([idOf(name), title, cells]);
  const known = changed.find((one) => idOf(one.name) === idOf(figure.name) && saysOf(one) === saysOf(figure));
  if (known) known.alike.push(figure.name);
  else changed.push({ ...figure, alike: [] });
}

const whyNot = (shown: Shown | undefined) => (shown && "fault" in shown ? shown.fault : null);

const isDrawn = (shown: Shown | undefined): shown is Extract<Shown, { title: string }> =>
  shown !== undefined && "title" in shown;

/**
 * The cells that differ between the rows of a figure. Rows are told apart by the first columns of words and years that do
 * so before and after; those that are there once only are named as a whole.
 * @param columns of the figure, which say how a cell is shown; other columns are shown as they are
 */
export function changedCells(
  before: readonly Row[],
  after: readonly Row[],
  columns: readonly Column[],
): ChangedCell[] {
  const names = [...new Set([...columns.map(({ name }) => name), ...namesIn(after), ...namesIn(before)])];
  const keys = keyColumns(names, before, after, columns);
  const [were, are] = [byKey(before, keys), byKey(after, keys)];
  const told = (row: Row, name: string) => words(row, name, columns);
  const rowName = (row: Row) =>
    keys
      .filter((name) => isTold(name, keys))
      .map((name) => told(row, name))
      .filter((words) => words.trim() !== "")
      .join(", ");
  const cells: ChangedCell[] = [];
  for (const [key, row] of are) {
    const was = were.get(key);
    if (!was)
      cells.push({ row: rowName(row), column: "", before: null, after: rowWords(row, names, keys, columns) });
    else
      for (const name of differing(was, row, names, columns))
        cells.push({
          row: rowName(row),
          column: columnName(name, columns),
          ...(!columns.some((column) => column.name === name) && { isUnseen: true as const }),
          ...apart([told(was, name), told(row, name)], [was[name] ?? null, row[name] ?? null]),
        });
  }
  for (const [key, row] of were)
    if (!are.has(key))
      cells.push({ row: rowName(row), column: "", before: rowWords(row, names, keys, columns), after: null });
  return cells;
}

/** Columns that differ; those that the figure's table does not show where no other does, for they mostly repeat one. */
function differing(was: Row, row: Row, names: readonly string[], columns: readonly Column[]): string[] {
  const all = names.filter((name) => (row[name] ?? null) !== (was[name] ?? null));
  const shown = all.filter((name) => columns.some((column) => column.name === name));
  return shown.length > 0 ? shown : all;
}

const namesIn = (rows: readonly Row[]) => Object.keys(rows[0] ?? {});

/** Ids repeat what the name beside them says. */
const isTold = (name: string, keys: readonly string[]) =>
  !(name.endsWith("_id") && keys.includes(name.slice(0, -"_id".length)));

function keyColumns(
  names: readonly string[],
  before: readonly Row[],
  after: readonly Row[],
  columns: readonly Column[],
): string[] {
  const isKey = (name: string) =>
    name === "year" ||
    columns.some((column) => column.name === name && column.year) ||
    [...before, ...after].every((row) => typeof (row[name] ?? "") === "string");
  const keys: string[] = [];
  for (const name of names.filter(isKey)) {
    keys.push(name);
    const textsOf = (rows: readonly Row[]) => new Set(rows.map((row) => keyOf(row, keys))).size;
    if (textsOf(before) === before.length && textsOf(after) === after.length) break;
  }
  return keys;
}

const keyOf = (row: Row, keys: readonly string[]) => JSON.stringify(keys.map((name) => row[name] ?? null));

/** Rows by their key, in their order; alike ones by how often they came. */
function byKey(rows: readonly Row[], keys: readonly string[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row, keys);
    let at = 1;
    while (found.has(`${key} ${at}`)) at++;
    found.set(`${key} ${at}`, row);
  }
  return found;
}

function columnName(name: string, columns: readonly Column[]): string {
  const column = columns.find((one) => one.name === name);
  return column ? [column.title, column.unit].filter(Boolean).join(", ") : name;
}

const bare = (value: Cell) =>
  value === null ? "no figure" : typeof value === "number" ? plainNumber(value) : String(value);

function words(row: Row, name: string, columns: readonly Column[]): string {
  const column = columns.find((one) => one.name === name);
  return column ? cellWords(row, column) : bare(row[name] ?? null);
}

/** Values that read alike are told with all of their digits. */
function apart([was, now]: [string, string], values: [Cell, Cell]): Pick<ChangedCell, "before" | "after"> {
  return was === now ? { before: String(values[0]), after: String(values[1]) } : { before: was, after: now };
}

/** A whole row: the numbers that its figure's table shows, or all of them where it shows none. */
function rowWords(
  row: Row,
  names: readonly string[],
  keys: readonly string[],
  columns: readonly Column[],
): string {
  const numbers = names.filter((name) => !keys.includes(name) && typeof row[name] === "number");
  const shown = numbers.filter((name) => columns.some((column) => column.name === name));
  const told = (name: string) =>
    `${columns.find((column) => column.name === name)?.title ?? name} ${words(row, name, columns)}`;
  return (shown.length > 0 ? shown : numbers).map(told).join(", ") || "a row";
}
