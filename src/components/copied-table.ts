import { element } from "./element.js";
import type { Sheet, SheetColumn } from "./figure-sheet.js";
import type { Cell, Row } from "./figure.js";
import { harmless } from "./formula.js";

/** A table as programs take it from the clipboard: word processors and spreadsheets the HTML, all others the text. */
export interface CopiedTable {
  html: string;
  text: string;
}

/**
 * A table with one line of heads, and under it what it is and where it comes from. Numbers are told twice: as they are
 * shown, and bare in the attributes that Excel (`x:num`) and LibreOffice (`sdval`) read, so that "1,234" is the same
 * number in a spreadsheet set to German.
 * @param rows those to copy; default all
 */
export function copiedTable(
  document: Document,
  { columns, rows: all }: Sheet,
  citation: string,
  rows: Row[] = all,
): CopiedTable {
  const heads = columns.map(({ head }) => element(document, "th", { scope: "col" }, harmless(head)));
  const lines = rows.map((row) =>
    element(document, "tr", {}, ...columns.map((column) => cellOf(document, row, column))),
  );
  const table = element(
    document,
    "table",
    { border: "1" },
    element(document, "thead", {}, element(document, "tr", {}, ...heads)),
    element(document, "tbody", {}, ...lines),
  );
  const source = element(document, "p", {}, harmless(citation));
  const plain = [
    columns.map(({ head }) => plainWords(head)),
    ...rows.map((row) => columns.map((column) => plainWords(column.value(row)))),
    [],
    [plainWords(citation)],
  ];
  return {
    html: `<meta charset="utf-8">${table.outerHTML}${source.outerHTML}`,
    text: plain.map((cells) => cells.join("\t")).join("\n"),
  };
}

function cellOf(document: Document, row: Row, column: SheetColumn): HTMLElement {
  const value = column.value(row);
  const words = harmless(column.words(row));
  if (typeof value === "number")
    return element(document, "td", { "x:num": value, sdval: value, sdnum: "2057;" }, words);
  // Without it "3–5" and "1/2" would arrive as dates.
  return element(document, "td", { style: "mso-number-format:'\\@'", sdnum: "2057;0;@" }, words);
}

/** A cell of tab-separated text: one line without tabs. */
function plainWords(value: Cell): string {
  return harmless(String(value ?? "")).replace(/\s+/g, " ");
}
