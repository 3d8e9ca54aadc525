import type { Cell, CellValue, MergeRange, Sheet, Workbook } from "hucre";
import type { CellKind, Grid } from "./grid.js";

/** A sheet of a workbook. */
export interface OwnSheet {
  name: string;
  /** True where a spreadsheet does not show it. */
  isHidden: boolean;
  grid: Grid;
  /** Columns and rows of the grid that a spreadsheet does not show. */
  hiddenColumns: number[];
  hiddenRows: number[];
  /** Formulas whose result is not in the file. */
  withoutResult: { row: number; column: number }[];
  /** Numbers that a format shows with zeros before them: codes, or amounts. */
  padded: number[];
}

/** The sheets of a workbook, in its order, those that are hidden among them. */
export const workbookSheets = ({ sheets }: Workbook): OwnSheet[] => sheets.map(ownSheet);

function ownSheet(sheet: Sheet): OwnSheet {
  const { name, rows, cells, columns, rowDefs, merges = [] } = sheet;
  const withoutResult: OwnSheet["withoutResult"] = [];
  const padded = new Set<number>();
  const texts: string[][] = [];
  const kinds: CellKind[][] = [];
  rows.forEach((values, row) => {
    const read = values.map((value, column): [string, CellKind] => {
      const cell = cells?.get(`${row},${column}`);
      if (cell?.formula !== undefined && value === null) withoutResult.push({ row, column });
      const shown = shownCell(value, cell);
      if (shown.isPadded) padded.add(column);
      return [shown.text, shown.kind];
    });
    texts.push(read.map(([text]) => text));
    kinds.push(read.map(([, kind]) => kind));
  });
  for (const merge of merges) fillDown(merge, texts, kinds);
  return {
    name,
    isHidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
    grid: {
      height: texts.length,
      width: texts.reduce((most, row) => Math.max(most, row.length), 0),
      row: (at) => texts[at] ?? [],
      kindsOf: (at) => kinds[at] ?? [],
      placeOf: (at) => at + 1,
    },
    hiddenColumns: (columns ?? []).flatMap((column, at) => (column.hidden ? [at] : [])),
    hiddenRows: [...(rowDefs ?? [])].flatMap(([at, row]) => (row.hidden ? [at] : [])),
    withoutResult,
    padded: [...padded],
  };
}

/** What a merged cell says holds for each of its rows; beside it, it says nothing: a title is one text, and not six. */
function fillDown({ startRow, startCol, endRow }: MergeRange, texts: string[][], kinds: CellKind[][]): void {
  const [text = "", kind = "text"] = [texts[startRow]?.[startCol], kinds[startRow]?.[startCol]];
  for (let row = startRow + 1; row <= endRow && row < texts.length; row++) {
    texts[row]![startCol] = text;
    kinds[row]![startCol] = kind;
  }
}

interface ShownCell {
  text: string;
  kind: CellKind;
  isPadded?: boolean;
}

/** A cell's text: a day as year, month and day; a number with a point and no more digits than it holds. */
function shownCell(value: CellValue, cell: Cell | undefined): ShownCell {
  if (value === null) return { text: "", kind: "text" };
  if (cell?.type === "error") return { text: String(value), kind: "error" };
  if (value instanceof Date) return { text: dayText(value), kind: "date" };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", kind: "truth" };
  if (typeof value === "string") return { text: value, kind: "text" };
  const format = cell?.style?.numFmt ?? "";
  if (/^0{2,}$/.test(format))
    return { text: String(value).padStart(format.length, "0"), kind: "text", isPadded: true };
  if (/%/.test(format)) return { text: `${numberText(value * 100)}%`, kind: "number" };
  return { text: numberText(value), kind: "number" };
}

/** Spreadsheets hold fifteen digits, and show 0.1 + 0.2 as 0.3. */
const numberText = (value: number) => String(Number(value.toPrecision(15)));

/** In universal time, in which the workbook's day was read: no zone of the reader shifts it. */
function dayText(value: Date): string {
  const text = value.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16);
}
