import { CsvError, parse, type Options } from "csv-parse/sync";

/** Records with any number of cells: the reader counts them, to name every row that is wrong. */
const options = { relax_column_count: true, record_delimiter: "\n" } satisfies Options;

/** A row of a CSV: its number as a spreadsheet shows it (first row 1) and its cells as text. */
export interface CsvRow {
  row: number;
  cells: string[];
}

/** A line whose quotes are wrong. */
export interface CsvFault {
  row: number;
  text: string;
  rule: string;
}

/**
 * Parses a CSV (RFC 4180, commas). Blank lines are skipped and still counted.
 * @param text with LF line ends and no byte order mark
 * @returns the rows, and every line that cannot be parsed
 */
export function parseCsv(text: string): { rows: CsvRow[]; faults: CsvFault[] } {
  try {
    const records: string[][] = parse(text, options);
    return { rows: numbered(records), faults: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return parseByLine(text);
  }
}

/**
 * Parses each line by itself. The parser stops at its first fault, and a quote left open swallows the lines
 * after it; line by line, every fault is found where it is.
 */
function parseByLine(text: string): { rows: CsvRow[]; faults: CsvFault[] } {
  const records: string[][] = [];
  const faults: CsvFault[] = [];
  text.split("\n").forEach((line, index) => {
    let record: string[] = [];
    try {
      const [first = []]: string[][] = parse(line, options);
      record = first;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      faults.push({
        row: index + 1,
        text: line,
        rule:
          error.code === "CSV_QUOTE_NOT_CLOSED"
            ? "must close the quote it opens"
            : 'must hold a quote only around a whole cell, and inside one as ""',
      });
    }
    records.push(record);
  });
  return { rows: numbered(records), faults };
}

function numbered(records: string[][]): CsvRow[] {
  return records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.length > 1 || (cells[0] ?? "") !== "");
}
