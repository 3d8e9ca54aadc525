import { formatEuro } from "../../src/components/euro.js";
import { formatAsItIs, formatList, formatNumber, inWords, percent } from "../../src/components/format.js";
import { ordinal } from "../../src/components/ordinal.js";
import type { Cell, Row } from "../read-table.js";
import type { PageProblem } from "./problem.js";
import { writeNearest } from "./nearest.js";

/** What a query answered. */
export interface QueryRows {
  columns: string[];
  rows: Row[];
}

/** A value as it is written in a sentence, or what keeps it from being written. */
export type Written = { text: string } | Omit<PageProblem, "line">;

interface Format {
  /** Decimals that may follow the name; left out, none may. */
  decimals?: number;
  /** Of a number; null for text, where it is no number. */
  write: (value: number, decimals: number) => string;
}

/** How a number is written, by the name behind `|`. */
const ofNumbers: Readonly<Record<string, Format>> = {
  number: { decimals: 0, write: formatNumber },
  percent: { decimals: 0, write: percent },
  euro: { write: formatEuro },
  words: { write: inWords },
  ordinal: { write: ordinal },
  year: { write: String },
};
const ofTexts = ["text", "list"];

/** The names of all formats. */
const formatNames: readonly string[] = [...Object.keys(ofNumbers), ...ofTexts];

/**
 * One value of a query in the words of its format: a number with grouped thousands unless another is named, a text as it
 * is. A list takes all rows of one column; everything else needs one row, one column and a value.
 */
export function writeValue(answer: QueryRows, format: string | null): Written {
  const [name = "", decimals] = (format ?? "").split(" ");
  if (format !== null && !formatNames.includes(name))
    return { what: `there is no format "${format}"`, mend: writeNearest(name, formatNames, "formats") };
  const values = valuesOf(answer);
  if ("what" in values) return values;
  if (name === "list") return { text: formatList(values.map(plainWords)) };
  if (values.length > 1)
    return {
      what: `the query gives ${values.length} rows, and a sentence has room for one`,
      mend: 'add a condition or "limit 1", or write "| list" for all of them',
    };
  const own = Object.hasOwn(ofNumbers, name) ? ofNumbers[name]! : null;
  return own === null ? { text: plainWords(values[0]!) } : writeNumber(values[0]!, name, own, decimals);
}

/** The values of the one column of an answer, or why there are none to write. */
function valuesOf({ columns, rows }: QueryRows): Exclude<Cell, null>[] | Omit<PageProblem, "line"> {
  if (columns.length !== 1)
    return {
      what: `the query gives ${columns.length} columns (${columns.join(", ")}), and a sentence has room for one`,
      mend: "select the one that the sentence says",
    };
  const values = rows.map((row) => row[columns[0]!] ?? null);
  if (values.length === 0)
    return { what: "the query gives no row", mend: "mend its condition, or say in words that there is none" };
  const known = values.filter((value) => value !== null);
  if (known.length === values.length) return known;
  return {
    what:
      values.length === 1
        ? "the query gives a missing value"
        : `${values.length - known.length} of the ${values.length} values of the query are missing`,
    mend: "missing is not zero: say so in words, or leave such rows out with where … is not null",
  };
}

function writeNumber(
  value: Exclude<Cell, null>,
  name: string,
  { decimals: usual, write }: Format,
  decimals: string | undefined,
): Written {
  if (typeof value !== "number")
    return {
      what: `the query gives "${String(value)}", which is no number`,
      mend: 'write "| text", or select a number',
    };
  if (decimals !== undefined && Number(decimals) > 10)
    return { what: `"${name} ${decimals}" asks for ${decimals} decimals`, mend: "write ten at most" };
  if (decimals !== undefined && usual === undefined)
    return { what: `the format "${name}" takes no decimals`, mend: `write "| ${name}"` };
  return { text: write(value, Number(decimals ?? usual ?? 0)) };
}

/** A value nobody gave a format: a number with the decimals it has, a text as it is. */
function plainWords(value: Exclude<Cell, null>): string {
  if (typeof value === "number") return formatAsItIs(value);
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
