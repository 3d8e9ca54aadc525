import { fetchLibrary } from "./fetch-library.js";
import { fileSheet, type SheetColumn } from "./figure-sheet.js";
import { flagSentence } from "./format.js";
import type { FrameContext } from "./frame-context.js";
import type { ShownFigure } from "./shown-figure.js";
import type { SheetData } from "./write-workbook.js";

/** Widths of columns, in letters. */
const width = { least: 8, most: 60, about: 100 };

/**
 * A figure as a workbook: its rows in the sheet "Table", with one line of heads that stays in view, and in the sheet
 * "About" what it shows, what to mind and how to cite it.
 */
export async function figureWorkbook(
  shown: ShownFigure,
  context: FrameContext,
  citation: string,
): Promise<Blob> {
  const writeWorkbook = await fetchLibrary("write-workbook", "writeWorkbook");
  const { columns, rows } = fileSheet(shown, context);
  const heads = columns.map(({ head }) => ({
    value: head,
    fontWeight: "bold" as const,
    wrap: true,
    format: "@",
  }));
  const lines = rows.map((row) =>
    columns.map((column) => {
      const value = column.value(row);
      if (typeof value === "number") return { value, format: formatOf(column) };
      // Without it Excel would read "3–5" or "1/2" as a date.
      return value === null ? null : { value: String(value), format: "@" };
    }),
  );
  const widths = columns.map((column) => {
    const letters = rows.map((row) => column.words(row).length);
    return { width: Math.min(width.most, Math.max(width.least, column.head.length / 2, ...letters) + 2) };
  });
  const about: SheetData = [
    ["Title", shown.title],
    ["Unit", shown.unit],
    ...(shown.words ?? []).map((sentence, i) => [i === 0 ? "What it shows" : null, sentence]),
    ["Note", shown.caveat],
    ["Flags", flagSentence(rows)],
    ["Versions", shown.versions],
    ["Cite as", citation],
  ]
    .filter(([, words]) => words)
    .map(([name, words]) => [
      name ? { value: name, fontWeight: "bold" } : null,
      { value: words!, wrap: true, format: "@" },
    ]);
  return writeWorkbook([
    { data: [heads, ...lines], sheet: "Table", columns: widths, stickyRowsCount: 1 },
    { data: about, sheet: "About", columns: [{ width: 16 }, { width: width.about }] },
  ]);
}

/** A year is never grouped; a number that stands as it is has just the decimals it has. */
function formatOf({ decimals, year }: SheetColumn): string {
  if (year) return "0";
  if (decimals === undefined) return "General";
  return decimals ? `#,##0.${"0".repeat(decimals)}` : "#,##0";
}
