import { formatCell } from "../components/format.js";
import type { Column, Row } from "../components/figure.js";

/**
 * Writes rows into a table that was made of rows of the same shape, cell by cell where the words differ: a tenth of
 * the work of a new table, and a reader's place in it stays.
 * @param before the rows the table shows, where they are known
 * @returns false where the table has another shape and must be made again
 */
export function refreshTable(
  table: Element | null | undefined,
  rows: readonly Row[],
  columns: readonly Column[],
  before: readonly Row[] = [],
): boolean {
  const lines = table?.querySelectorAll("tbody > tr");
  if (lines?.length !== rows.length) return false;
  for (const [r, line] of [...lines].entries()) {
    const cells = line.children;
    if (cells.length !== columns.length) return false;
    for (const [c, column] of columns.entries()) {
      const place = cells[c]!;
      const value = rows[r]![column.name] ?? null;
      // To put a number into words takes longer than to see that it is the same.
      if (before[r] && Object.is(before[r][column.name] ?? null, value)) continue;
      const words = value === null ? (column.missing ?? "no figure") : formatCell(value, column);
      if (place.textContent === words) continue;
      // A number with a mark of its second reading is evidence, which no lever changes.
      if (place.querySelector(".mark")) {
        if (place.firstChild?.textContent === words) continue;
        return false;
      }
      place.textContent = words;
      place.className = value === null ? "missing" : typeof value === "number" ? "number" : "";
    }
  }
  return true;
}
