/** Why a file cannot be read. */
export type Unreadable =
  | { kind: "empty" }
  /** A file of another kind than tables: "a picture", "a PDF". */
  | { kind: "other"; what: "picture" | "pdf" | "web page" | "word" | "database" | "unknown" }
  /** A workbook of Excel before 2007, or another that only spreadsheets open. */
  | { kind: "old workbook" }
  | { kind: "password" }
  /** Cut off, or damaged: what the reader of its format says. */
  | { kind: "damaged"; detail: string }
  /** More than can be held: bytes of the file, or of what it unpacks to. */
  | { kind: "too large"; bytes: number; most: number }
  /** A table wider than any spreadsheet: its separator is no separator. */
  | { kind: "too many columns"; columns: number; most: number }
  | { kind: "too many cells"; cells: number; most: number }
  /** An archive without a table in it, or with several. */
  | { kind: "archive"; names: string[] }
  /** JSON that is no list of records. */
  | { kind: "shape"; detail: string };

/** Thrown where a file cannot be read; nothing of it has been taken. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
  constructor(
    readonly why: Unreadable,
    options?: ErrorOptions,
  ) {
    super(why.kind, options);
  }
}
