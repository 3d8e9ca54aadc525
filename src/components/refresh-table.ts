import { cellClass, cellWords, isNumeric } from "./data-table.js";
import type { Column, Row } from "./figure.js";
import type { ShownFigure } from "./shown-figure.js";

/** What a table shows. */
type Tabled = Pick<ShownFigure, "rows" | "columns" | "cells">;

/**
 * Writes rows into a table that was made of rows of the same shape, cell by cell where the words differ: a tenth of
 * the work of a new table, and a reader's place in it stays.
 * @param before what the table shows, where it is known
 * @returns false where the table has another shape, other evidence behind it, or cells that are more than a value, and
 * must be made again
 */
export function refreshTable(table: Element, shown: Tabled, before: Tabled | null): boolean {
  const { rows, columns } = shown;
  if (columns.some(({ words, link }) => words ?? link) || rows.some(({ flag }) => flag)) return false;
  if (evidenceBehind(shown) !== (before ? evidenceBehind(before) : "")) return false;
  const lines = [...table.querySelectorAll("tbody > tr")];
  if (lines.length !== rows.length) return false;
  const numeric = new Set(columns.filter((column) => isNumeric(rows, column)));
  return lines.every((line, r) => {
    const places = line.children;
    if (places.length !== columns.length) return false;
    return columns.every((column, c) => {
      const row = rows[r]!;
      // To put a number into words takes longer than to see that it is the same.
      if (before?.rows[r] && Object.is(before.rows[r][column.name] ?? null, row[column.name] ?? null))
        return true;
      return refreshCell(places[c]!, row, column, numeric.has(column));
    });
  });
}

/** The cells of the evidence that the rows stand on; the same text for the same cells. */
const evidenceBehind = ({ rows, cells }: Tabled): string => (cells ? JSON.stringify(rows.map(cells)) : "");

function refreshCell(place: Element, row: Row, column: Column, numeric: boolean): boolean {
  const words = cellWords(row, column);
  if (place.textContent === words) return true;
  // A number with a mark of its second reading is evidence, which no lever changes.
  if (place.querySelector(".mark")) return place.firstChild?.textContent === words;
  place.textContent = words;
  const name = cellClass(row, column, numeric);
  if (name) place.className = name;
  else place.removeAttribute("class");
  return true;
}
