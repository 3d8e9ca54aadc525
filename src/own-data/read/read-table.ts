import { addCell, emptyProfile, type ColumnProfile } from "./column-profile.js";
import { columnNames } from "./column-names.js";
import { isBlank, type Grid } from "./grid.js";
import { findLayout, mostColumns, type Layout } from "./layout.js";
import { typeColumn, type TypedColumn } from "./type-column.js";
import { UnreadableFile } from "./unreadable.js";

/** A column of a reader's table. */
export interface OwnColumn extends TypedColumn {
  name: string;
  /** Its place in the rows of the grid. */
  at: number;
  profile: ColumnProfile;
}

/** A file's table with its head, its columns and what they are taken for. */
export interface OwnTable {
  grid: Grid;
  layout: Layout;
  columns: OwnColumn[];
  /** Cells of a row of the table, margins among them. */
  width: number;
  /** Rows of the table: those from its first to its end that have a text. */
  rows: number;
  /** Rows that have fewer or more cells than the table, as many as are kept; the head is among them where it is short. */
  ragged: { row: number; cells: number }[];
}

/** Rows that are kept of those whose cells do not fit. */
const mostRagged = 1000;

/**
 * Reads a grid as a table: where its head is, what its columns are called, and what each of them is, over all rows.
 * @param head rows of the head as the reader has said; default: found
 * @throws UnreadableFile where it has more columns than any spreadsheet
 */
export function readOwnTable(grid: Grid, head?: readonly number[]): OwnTable {
  const layout = findLayout(grid, head);
  const width = tableWidth(grid, layout);
  if (width > mostColumns)
    throw new UnreadableFile({ kind: "too many columns", columns: width, most: mostColumns });
  const names = columnNames(grid, layout.head, width);
  const profiles = names.map(() => emptyProfile());
  // Names stand over the wrong columns where the head is short: R leaves out that of its first one.
  const ragged: OwnTable["ragged"] = layout.head
    .filter((at) => !grid.kindsOf && grid.row(at).length < width)
    .map((at) => ({ row: at, cells: grid.row(at).length }));
  let rows = 0;
  for (let at = layout.first; at < layout.end; at++) {
    const row = grid.row(at);
    if (isBlank(row)) continue;
    rows++;
    const kinds = grid.kindsOf?.(at);
    profiles.forEach((profile, column) => addCell(profile, row[column] ?? "", at, kinds?.[column]));
    if (ragged.length < mostRagged && hasOtherCells({ grid, width }, row))
      ragged.push({ row: at, cells: row.length });
  }
  const decimal = usualDecimal(profiles);
  const isNamed = (at: number) => layout.head.some((row) => (grid.row(row)[at] ?? "").trim() !== "");
  const columns = names.flatMap((name, at): OwnColumn[] => {
    const profile = profiles[at]!;
    // A column without a name and without a text is a margin of its sheet.
    if (profile.empty === rows && !isNamed(at)) return [];
    return [{ name, at, profile, ...typeColumn(profile, decimal) }];
  });
  return { grid, layout, columns, width, rows, ragged };
}

/**
 * True where cells are missing at the end of a row, or texts stand beyond the table; separators alone are no cells. A sheet
 * has no ends of rows: its empty cells are missing values.
 */
export const hasOtherCells = (
  { grid, width }: Pick<OwnTable, "grid" | "width">,
  row: readonly string[],
): boolean => !grid.kindsOf && (row.length < width || trimmed(row) > width);

/** Columns of the head, or of the widest row where the head is narrower and more than one row is as wide. */
function tableWidth(grid: Grid, { head, first, end }: Layout): number {
  const ofHead = Math.max(0, ...head.map((at) => trimmed(grid.row(at))));
  const widths = new Map<number, number>();
  for (let at = first; at < Math.min(end, first + 1000); at++) {
    const cells = trimmed(grid.row(at));
    widths.set(cells, (widths.get(cells) ?? 0) + 1);
  }
  const usual = [...widths].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  return Math.max(1, head.length > 0 ? Math.max(ofHead, usual) : Math.max(usual, ofHead));
}

/** Cells of a row up to the last with a text. */
function trimmed(row: readonly string[]): number {
  let cells = row.length;
  while (cells > 0 && row[cells - 1]!.trim() === "") cells--;
  return cells;
}

/** The decimal mark that the file's columns say beyond doubt; null where they say none, or both. */
function usualDecimal(profiles: readonly ColumnProfile[]): "." | "," | null {
  const say = (mark: "." | ",", other: "." | ",") =>
    profiles.some(({ marks }) => marks.decimal[mark] > 0 || marks.thousands[other] > 0);
  const [point, comma] = [say(".", ","), say(",", ".")];
  return point === comma ? null : point ? "." : ",";
}
