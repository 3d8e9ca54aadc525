import type { Field } from "./package.js";
import { startsFormula } from "../src/components/formula.js";

/** One value of a table; null where it is missing. */
export type Cell = string | number | boolean | null;

/** Largest and smallest whole number of a table: Arrow and SQL columns of whole numbers have 32 bits. */
const [leastInteger, greatestInteger] = [-(2 ** 31), 2 ** 31 - 1];

/** Digits that a 64-bit float keeps whatever the number. */
const mostDigits = 15;

/** A value, or the rule its text breaks and the mend. */
export type ReadCell = { value: Cell; rule?: undefined } | { value?: undefined; rule: string; mend: string };

/**
 * Reads the text of one cell by its field's type. Numbers are plain, so that a slip cannot pass as another
 * number: digits with "-" before and one "." within; no thousands separators, spaces, exponents, leading zeros.
 * @param text the cell as it stands in the file
 * @param field type of the column
 * @param missingValues texts that stand for a missing value
 */
export function readCell(text: string, field: Field, missingValues: readonly string[]): ReadCell {
  if (missingValues.includes(text)) return { value: null };
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
      return text === "true" || text === "false"
        ? { value: text === "true" }
        : { rule: "must be true or false", mend: "write true or false in small letters" };
  }
}

function readString(text: string): ReadCell {
  if (startsFormula(text))
    return {
      rule: "must not start with = + - @ or a tab: a spreadsheet would run it as a formula",
      mend: "begin with a letter or digit (“minus 5” for -5)",
    };
  if (/[\r\n]/.test(text))
    return { rule: "must stay on one line", mend: "replace the line break by a space" };
  if (/[\p{Cc}\uFFFD\u2028\u2029]/u.test(text))
    return {
      rule: "must not hold control or replacement characters",
      mend: "type the text anew; it was damaged on its way here",
    };
  if (text !== text.trim())
    return { rule: "must not start or end with a space", mend: `write ${JSON.stringify(text.trim())}` };
  if (text !== text.normalize("NFC"))
    return {
      rule: "must hold each accented letter as one character (Unicode NFC)",
      mend: "type the accented letters anew",
    };
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
  // Adding zero turns -0 into 0.
  return { value: Number(text) + 0 };
}
