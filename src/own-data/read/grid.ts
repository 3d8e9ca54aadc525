/** What a cell is by itself: a workbook says it, and in a text everything is text. */
export type CellKind = "text" | "number" | "date" | "truth" | "error";

/** A table as its file has it, before anything is made of it: text alone, row by row. */
export interface Grid {
  /** Rows of the file, those without any text among them. */
  readonly height: number;
  /** Cells of the widest row. */
  readonly width: number;
  /** Texts of a row, "" for an empty cell; as many as the row has. */
  row: (at: number) => readonly string[];
  /** Where a reader finds a row: its line in a text, its number in a sheet; from 1. */
  placeOf: (at: number) => number;
  /** What each cell of a row is; of a text it is not known. */
  kindsOf?: (at: number) => readonly CellKind[];
}

/** True where a row has no text. */
export const isBlank = (row: readonly string[]): boolean => row.every((text) => text.trim() === "");

/** How many cells of a row have a text. */
export const filledIn = (row: readonly string[]): number =>
  row.reduce((filled, text) => filled + (text.trim() === "" ? 0 : 1), 0);
