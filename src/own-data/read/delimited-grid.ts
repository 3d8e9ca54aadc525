import Papa from "papaparse";
import type { Dialect } from "./guess-dialect.js";
import { declaredLength } from "./guess-dialect.js";
import type { Grid } from "./grid.js";

/** A text in rows, and what did not fit its quotes. */
export interface DelimitedGrid extends Grid {
  /** Lines at which a quote is opened and never closed, or goes on after it was closed; from 1. */
  readonly brokenQuotes: readonly number[];
}

/**
 * A text as rows of cells. The text is kept once, with the place at which each row begins; a row is parted when it is asked
 * for, so that a million rows take little more than their text.
 * @param onRows told how many of the text's characters are read, now and then; stops the reading where it answers false
 */
export function delimitedGrid(
  source: string,
  { separator, quote }: Dialect,
  onRows: (read: number) => boolean = () => true,
): DelimitedGrid {
  // Papa Parse takes a separator from the text where it is given none; this one stands in no text of an office.
  const format = { delimiter: separator || "\u001f", quoteChar: quote || "\u0000", newline: "\n" as const };
  const text = withPlainEnds(source);
  const begins: number[] = [];
  const lines: number[] = [];
  const broken = new Set<number>();
  const offset = declaredLength(text);
  let [start, line, width] = [offset, offset ? 2 : 1, 0];
  Papa.parse<string[]>(offset ? text.slice(offset) : text, {
    ...format,
    step: ({ data, errors, meta }, parser) => {
      // What ends with a line end has no row after it.
      if (start >= text.length && data.length === 1 && data[0] === "") return;
      begins.push(start);
      lines.push(line);
      width = Math.max(width, data.length);
      if (errors.some(({ type }) => type === "Quotes")) broken.add(line);
      line += 1 + (data.some((cell) => cell.includes("\n")) ? newlinesIn(data) : 0);
      start = offset + meta.cursor;
      if ((begins.length & 0x3fff) === 0 && !onRows(start)) parser.abort();
    },
  });
  const end = text.length;
  const parser = new Papa.Parser(format);
  return {
    height: begins.length,
    width,
    brokenQuotes: [...broken],
    placeOf: (at) => lines[at]!,
    row: (at) => {
      const piece = text.slice(begins[at], begins[at + 1] ?? end);
      // Most rows have no quote, and need no parser, which takes longer to start than to read one.
      if (!piece.includes(format.quoteChar)) return withoutLineEnd(piece).split(format.delimiter);
      return (parser.parse(piece, 0, false) as Papa.ParseResult<string[]>).data[0] ?? [""];
    },
  };
}

/** Windows' line ends, and those of old Macs, as one sign: files that went through many hands mix them. */
const withPlainEnds = (text: string) => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

const withoutLineEnd = (piece: string) => (piece.endsWith("\n") ? piece.slice(0, -1) : piece);

const newlinesIn = (cells: readonly string[]) =>
  cells.reduce((all, cell) => all + (cell.split("\n").length - 1), 0);
