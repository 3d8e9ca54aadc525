import type { Field } from "./package.js";
import { startsFormula } from "../src/components/formula.js";
import { faultOfText, type BrokenRule } from "./unseen.js";

/** One value of a table; null where it is missing. */
export type Cell = string | number | boolean | null;

/** Largest and smallest whole number of a table: Arrow and SQL columns of whole numbers have 32 bits. */
const [leastInteger, greatestInteger] = [-(2 ** 31), 2 ** 31 - 1];

/** Digits that a 64-bit float keeps whatever the number. */
const mostDigits = 15;

/** Most characters of a number as it is written: far more than its digits need. */
const longestNumber = 40;

/** Most characters of a cell: a page shows it, and every check reads it. */
export const longestCell = 10_000;

/** A value, or the rule its text breaks and the mend. */
export type ReadCell = { value: Cell; rule?: undefined } | ({ value?: undefined } & BrokenRule);

/**
 * Reads the text of one cell by its field's type. Numbers are plain, so that a slip cannot pass as another
 * number: digits with "-" before and one "." within; no thousands separators, spaces, exponents, leading zeros, no
 * minus zero, no more digits than a float keeps. Text holds nothing that cannot be seen: see `faultOfText`.
 * @param text the cell as it stands in the file
 * @param field type of the column
 * @param missingValues texts that stand for a missing value
 */
export function readCell(text: string, field: Field, missingValues: readonly string[]): ReadCell {
  if (missingValues.includes(text)) return { value: null };
  const most = isNumeric(field) ? longestNumber : longestCell;
  if (text.length > most)
    return {
      rule: `must have at most ${most.toLocaleString("en")} characters and has ${text.length.toLocaleString("en")}`,
      mend: isNumeric(field) ? "write the number with the digits it needs" : "shorten it",
    };
  switch (field.type) {
    case "string":
      return readString(text);
    case "integer":
      return readInteger(text);
    case "year":
      return /^\d{4}$/.test(text)
        ? { value: Number(text) }
        : { rule: "must be a year", mend: "write four digits, such as 2013" };
    case "number":
      return readNumber(text);
    case "boolean":
      // Spreadsheets write them in capitals.
      return /^(true|false|TRUE|FALSE)$/.test(text)
        ? { value: text.toLowerCase() === "true" }
        : { rule: "must be true or false", mend: "write true or false" };
  }
}

function isNumeric({ type }: Field): boolean {
  return type === "integer" || type === "number" || type === "year";
}

function readString(text: string): ReadCell {
  if (startsFormula(text))
    return {
      rule: "must not start with = + - @ or a tab: a spreadsheet would run it as a formula",
      mend: "begin with a letter or digit (“minus 5” for -5)",
    };
  const broken = faultOfText(text);
  if (broken) return broken;
  return { value: text };
}

function readInteger(text: string): ReadCell {
  if (!/^(0|-?[1-9]\d*)$/.test(text))
    return { rule: "must be a whole number", mend: "write digits only, such as 1250" };
  const value = Number(text);
  return value >= leastInteger && value <= greatestInteger
    ? { value }
    : {
        rule: `must lie between ${leastInteger} and ${greatestInteger}`,
        mend: "mend the number, or give the field the type number",
      };
}

function readNumber(text: string): ReadCell {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text))
    return { rule: "must be a plain number", mend: "write digits with a point, such as 1250.5" };
  if (text.replace(/^-?0?\.?0*|\./g, "").length > mostDigits)
    return { rule: `must have at most ${mostDigits} digits`, mend: "round it" };
  const value = Number(text);
  // "-0.0" is a slip for another number, or a rounded one that has lost its size.
  return Object.is(value, -0)
    ? { rule: "must not be minus zero", mend: "write 0, or the digits that were rounded away" }
    : { value };
}
