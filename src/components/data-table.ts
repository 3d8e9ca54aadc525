import type { Column, Row, RowCells } from "./figure.js";
import type { FrameContext } from "./frame-context.js";
import { element } from "./element.js";
import { bounded, flagWords, formatCell } from "./format.js";
import { noteContent } from "./note-content.js";
import { isOwnRow, notKnown } from "./own-rows.js";

type TableContext = Pick<FrameContext, "document" | "link" | "marks">;

/**
 * A table of rows, with units in its headings, marks of discrepancies as links and flags in words.
 * @param rows one table row each; `flag` and `note` are shown beside the values they speak of
 * @param cells the evidence cells behind a row's columns
 * @param sortable true where cells carry what a script sorts them by, see `sortable-table.ts`
 */
export function dataTable(
  rows: Row[],
  columns: Column[],
  context: TableContext,
  cells?: (row: Row) => RowCells,
  { sortable = false }: { sortable?: boolean } = {},
): HTMLTableElement {
  const { document } = context;
  const flagged = rows.some((row) => row.flag) && !columns.some((column) => column.name === "flag");
  const numeric = new Set(columns.filter((column) => isNumeric(rows, column)));
  const head = element(document, "tr");
  for (const column of columns) head.append(headOf(document, column, numeric.has(column)));
  if (flagged) head.append(element(document, "th", { scope: "col" }, "Flag"));
  const body = element(document, "tbody");
  for (const [place, row] of rows.entries()) {
    const references = cells?.(row) ?? {};
    // Once the reader has sorted the table, its row is found by this.
    const line = element(document, "tr", { "data-row": sortable ? place : null });
    columns.forEach((column, i) => {
      const ids = new Set([references[column.name] ?? []].flat().flatMap(context.marks.on));
      const cell = cellOf(row, column, i === 0, numeric.has(column), context);
      cell.append(...markLinks([...ids], context));
      if (sortable) carryValue(cell, row, column);
      line.append(cell);
    });
    if (flagged)
      line.append(element(document, "td", { "data-label": "Flag" }, ...noteContent(flagWords(row), context)));
    body.append(line);
  }
  return element(document, "table", {}, element(document, "thead", {}, head), body);
}

/** True where a column shows numbers. */
export function isNumeric(rows: readonly Row[], column: Column): boolean {
  return !column.words && rows.some((row) => typeof row[column.name] === "number");
}

/** A value of a row as the table shows it. */
export function cellWords(row: Row, column: Column): string {
  if (column.words) return column.words(row);
  const value = row[column.name] ?? null;
  if (typeof value === "number" && column.show)
    return bounded(column.show(value, row), column.bound && row[column.bound]);
  if (value !== null) return bounded(formatCell(value, column), column.bound && row[column.bound]);
  if (isOwnRow(row)) return notKnown;
  const { missing = "no figure" } = column;
  return typeof missing === "string" ? missing : missing(row);
}

/**
 * What the page's style tells a cell by.
 * @param numeric true where its column shows numbers
 */
export function cellClass(row: Row, column: Column, numeric: boolean): string | null {
  if (column.words) return null;
  const value = row[column.name] ?? null;
  if (value === null) return numeric ? "missing among-numbers" : "missing";
  return typeof value === "number" ? "number" : null;
}

function headOf(document: Document, column: Column, numeric: boolean): HTMLElement {
  const unit = column.unit ? element(document, "span", { class: "unit" }, column.unit) : null;
  const attributes = { scope: "col", class: numeric ? "number" : null };
  return element(document, "th", attributes, column.title, unit ? " " : null, unit);
}

/** @param first true for the cell that names its row */
function cellOf(
  row: Row,
  column: Column,
  first: boolean,
  numeric: boolean,
  context: TableContext,
): HTMLElement {
  const { document, link } = context;
  const words = cellWords(row, column);
  const target = column.link?.(row);
  const content = target
    ? [element(document, "a", { href: link(target) }, words)]
    : column.name === "flag"
      ? noteContent(words, context)
      : [words];
  const label = [column.title, column.unit].filter(Boolean).join(", ");
  const own = first ? { scope: "row" } : { "data-label": label };
  return element(
    document,
    first ? "th" : "td",
    { class: cellClass(row, column, numeric), ...own },
    ...content,
  );
}

/** What a cell is sorted by, where that is not just its words: the number; the text; empty where it is missing. */
function carryValue(cell: HTMLElement, row: Row, column: Column): void {
  const value = row[column.name] ?? null;
  const words = cellWords(row, column);
  if (value === null || words === "") cell.dataset.value = "";
  else if (typeof value === "number") cell.dataset.number = String(value);
  else if (words !== value) cell.dataset.value = String(value);
}

/** Links to the second readings of a number; a space keeps two marks from reading as a double dagger. */
function markLinks(
  ids: readonly string[],
  { document, link, marks }: TableContext,
): (HTMLElement | string)[] {
  const sign = "†";
  return ids.flatMap((id, n) => {
    // A name begins with what is seen, for those who speak to their browser.
    const label = `${sign} second reading: ${marks.title(id)}`;
    const attributes = { class: "mark", href: link(`/sources#${id}`), "aria-label": label };
    return [...(n ? [" "] : []), element(document, "a", attributes, sign)];
  });
}
