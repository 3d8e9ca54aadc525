import type { CellKind } from "./grid.js";
import { bareNumber, mostDigits, valueOf } from "./number-text.js";
import { signOf, type Sign } from "./signs.js";
import { isErrorText } from "./text-facts.js";
import { dayIn, type ColumnType } from "./type-column.js";

/** What a cell of a column says. */
export type ReadValue =
  | { kind: "value"; value: string | number }
  | { kind: "empty" }
  | { kind: "sign"; sign: Sign }
  /** Text that its column's type does not take; the row waits. */
  | { kind: "fault"; fault: ValueFault };

/** Why a text is no value of its column. */
export type ValueFault =
  | "no number"
  /** "(5)": minus five, or a note. */
  | "in brackets"
  /** "12 (1)": twelve with a mark of a note. */
  | "number and note"
  | "other marks"
  | "too many digits"
  | "no day"
  | "no year"
  | "error of a spreadsheet";

/**
 * A cell as a value of its column: a text, a number, a year, or a day as "2024-01-02". What the column's type does not take
 * becomes nothing else.
 * @param kind what a workbook says of the cell; its numbers have a point before decimals, whatever the column's marks are
 */
export function readValue(text: string, type: ColumnType, kind: CellKind = "text"): ReadValue {
  const word = text.trim();
  if (word === "") return { kind: "empty" };
  if (kind === "error" || isErrorText(word)) return { kind: "fault", fault: "error of a spreadsheet" };
  if (type.kind === "text") return { kind: "value", value: text.trim() };
  const sign = signOf(word);
  if (sign) return { kind: "sign", sign };
  if (type.kind === "year") {
    return /^(1[5-9]|20|21)\d{2}$/.test(word)
      ? { kind: "value", value: Number(word) }
      : { kind: "fault", fault: "no year" };
  }
  if (type.kind === "date") {
    const day = dayIn(word, type.order);
    return day === null ? { kind: "fault", fault: "no day" } : { kind: "value", value: day };
  }
  return readNumber(word, type, kind);
}

function readNumber(word: string, type: Extract<ColumnType, { kind: "number" }>, kind: CellKind): ReadValue {
  const isPercent = word.includes("%");
  // 12.5 % among plain numbers is a hundredth of what it would be taken for.
  if (isPercent && !type.isPercent) return { kind: "fault", fault: "other marks" };
  if (kind === "number") {
    // A workbook has 0.07 for seven per cent; without the sign nobody knows which of them is meant.
    if (!isPercent && type.isPercent) return { kind: "fault", fault: "other marks" };
    // Its own number has a point, and an exponent where it is long.
    const value = Number(word.replace("%", ""));
    return Number.isFinite(value) ? { kind: "value", value } : { kind: "fault", fault: "no number" };
  }
  const bare = bareNumber(word);
  if (!bare) return { kind: "fault", fault: numberFault(word) };
  if (bare.digits.replace(/\D/g, "").replace(/^0+/, "").length > mostDigits)
    return { kind: "fault", fault: "too many digits" };
  const value = valueOf(bare.digits, type.marks);
  if (value === null) return { kind: "fault", fault: "other marks" };
  return { kind: "value", value: bare.isNegative ? -value : value };
}

function numberFault(word: string): ValueFault {
  if (/^\([\d.,' ]+\)$/.test(word)) return "in brackets";
  return /^[\d.,' ]+ ?(\(\w{1,3}\)|\[\w{1,3}\]|[a-z*†‡¹²³⁴⁵]{1,2})$/i.test(word)
    ? "number and note"
    : "no number";
}
