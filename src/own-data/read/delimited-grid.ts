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
 * How often as much as the whole text may be read anew for quotes that are open to its end; where it takes more, quotes
 * mean nothing from there on.
 */
const mostReadAnew = 10;

/**
 * A text as rows of cells. The text is kept once, with the place at which each row begins; a row is parted when it is asked
 * for, so that a million rows take little more than their text. A quote that is broken keeps to its line: it takes no rows
 * below into its cell.
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
  const [begins, lines]: [number[], number[]] = [[], []];
  // Rows whose quotes mean nothing, by where they begin.
  const unquoted = new Set<number>();
  const broken = new Set<number>();
  const offset = declaredLength(text);
  let readAnew = 0;
  let [start, line, width, isStopped] = [offset, offset ? 2 : 1, 0, false];
  const add = (cells: readonly string[], next: number) => {
    begins.push(start);
    lines.push(line);
    width = Math.max(width, cells.length);
    line += 1 + (cells.some((cell) => cell.includes("\n")) ? newlinesIn(cells) : 0);
    start = next;
    if ((begins.length & 0x3fff) === 0 && !onRows(start)) isStopped = true;
    return isStopped;
  };
  const readFrom = (from: number, quoteChar: string) => {
    let isBroken = false;
    Papa.parse<string[]>(from ? text.slice(from) : text, {
      ...format,
      quoteChar,
      step: ({ data, errors, meta }, parser) => {
        // What ends with a line end has no row after it.
        if (start >= text.length && data.length === 1 && data[0] === "") return;
        const isAmiss = errors.some(({ type }) => type === "Quotes");
        if (isAmiss) broken.add(line);
        isBroken = isAmiss && data.some((cell) => cell.includes("\n"));
        if (isBroken) readAnew += meta.cursor - (start - from);
        if (isBroken || add(data, from + meta.cursor)) parser.abort();
      },
    });
    return isBroken;
  };
  let quotesEnd = Infinity;
  while (readFrom(start, start < quotesEnd ? format.quoteChar : "\u0000")) {
    unquoted.add(start);
    const end = text.indexOf("\n", start);
    const next = end < 0 ? text.length : end + 1;
    if (readAnew > mostReadAnew * text.length) quotesEnd = Math.min(quotesEnd, next);
    if (add(withoutLineEnd(text.slice(start, next)).split(format.delimiter), next)) break;
  }
  const parser = new Papa.Parser(format);
  const end = text.length;
  return {
    height: begins.length,
    width,
    brokenQuotes: [...broken],
    placeOf: (at) => lines[at]!,
    row: (at) => {
      const begin = begins[at]!;
      const piece = text.slice(begin, begins[at + 1] ?? end);
      // Most rows have no quote, and need no parser, which takes longer to start than to read one.
      const isPlain = !piece.includes(format.quoteChar) || begin >= quotesEnd || unquoted.has(begin);
      if (isPlain) return withoutLineEnd(piece).split(format.delimiter);
      return (parser.parse(piece, 0, false) as Papa.ParseResult<string[]>).data[0] ?? [""];
    },
  };
}

/** Windows' line ends, and those of old Macs, as one sign: files that went through many hands mix them. */
const withPlainEnds = (text: string) => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

const withoutLineEnd = (piece: string) => (piece.endsWith("\n") ? piece.slice(0, -1) : piece);

const newlinesIn = (cells: readonly string[]) =>
  cells.reduce((all, cell) => all + (cell.split("\n").length - 1), 0);
