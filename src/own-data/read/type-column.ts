import type { ColumnProfile } from "./column-profile.js";
import { daysOf, isSerial, serialDay, type DateOrder } from "./date-text.js";
import { decideMarks, type DecidedMarks } from "./number-marks.js";
import { truthWords } from "./truth-text.js";

/** How a column is read: what its texts become. */
export type ColumnType =
  | { kind: "text" }
  | { kind: "number"; marks: DecidedMarks; isPercent: boolean }
  | { kind: "year" }
  | {
      kind: "date";
      order: DateOrder;
      /** True where days fit two orders, and the reader is asked. */ isOpen: boolean;
    };

/** What a column is taken for, and what it could be as well. */
export interface TypedColumn {
  type: ColumnType;
  /** Other readings that fit all of its values. */
  others: ColumnType[];
  /** Words that may mean yes and no; they stay text unless the reader chooses otherwise. */
  truth: { yes: string; no: string } | null;
}

/** So much of a column's values has to be of a kind for the rest to be faults of it. */
const mostly = 0.8;

/**
 * What a column is taken for, by all of its values: a number, a year or a day where four in five are, and text else. Codes
 * stay text: what begins with a zero, and what has more digits than a number holds.
 * @param decimal of the file's other columns; null where they say none
 */
export function typeColumn(profile: ColumnProfile, decimal: "." | "," | null = null): TypedColumn {
  const truth = truthOf(profile);
  const text: ColumnType = { kind: "text" };
  const number: ColumnType = {
    kind: "number",
    marks: decideMarks(profile.marks, decimal),
    isPercent: profile.percents > 0 && profile.percents * 2 >= profile.numbers,
  };
  const enough = Math.max(1, mostly * profile.values);
  const day = dayType(profile, enough);
  if (profile.values === 0 || profile.codes > 0) return { type: text, others: [], truth };
  if (day && profile.days.get("digits") !== profile.values) return { type: day, others: [text], truth };
  if (day) return { type: day, others: [number, text], truth };
  if (profile.years === profile.values) return { type: { kind: "year" }, others: [number, text], truth };
  if (profile.numbers >= enough)
    return { type: number, others: [...(areSerials(profile) ? serials : []), text], truth };
  return { type: text, others: [], truth };
}

/** Yes and no by their words; a cross means yes where nothing else stands in the column. */
function truthOf({ texts, isManyTexts, values, signs, empty }: ColumnProfile): TypedColumn["truth"] {
  const [cross, ...more] = signs.keys();
  const isCrossed = values === 0 && empty > 0 && more.length === 0 && cross?.toLowerCase() === "x";
  if (isCrossed) return { yes: cross ?? "", no: "" };
  return isManyTexts ? null : truthWords(texts.keys());
}

const serials: readonly ColumnType[] = [
  { kind: "date", order: "serial from 1900", isOpen: false },
  { kind: "date", order: "serial from 1904", isOpen: false },
];

/** Days that a spreadsheet has written as numbers are offered, never taken. */
const areSerials = ({ serials, values }: ColumnProfile) => values > 0 && serials === values;

function dayType({ days, dated }: ColumnProfile, enough: number): ColumnType | null {
  if (dated < enough) return null;
  const [dayFirst = 0, monthFirst = 0] = [days.get("day first"), days.get("month first")];
  const ranked = [...days].sort((a, b) => b[1] - a[1]);
  const [order, most] = ranked[0]!;
  if (order !== "day first" && order !== "month first") return { kind: "date", order, isOpen: false };
  // Where every day fits both orders, nothing in the column says which it is.
  if (dayFirst === monthFirst) return { kind: "date", order: "day first", isOpen: true };
  return { kind: "date", order: most === dayFirst ? "day first" : "month first", isOpen: false };
}

const isByPlace = (order: DateOrder) => order === "day first" || order === "month first";

/** A text as a day in an order: "2024-01-02"; null where it is none. */
export function dayIn(text: string, order: DateOrder): string | null {
  if (order === "serial from 1900" || order === "serial from 1904")
    return isSerial(text) ? serialDay(Number(text), order === "serial from 1900" ? 1900 : 1904) : null;
  const days = daysOf(text);
  const fitting = days.find((one) => one.order === order);
  if (fitting) return fitting.iso;
  // "01/14/2023" among days that come first says that the column is mixed: which are 5 June and which 6 May?
  const isMixed = isByPlace(order) && days.some((one) => isByPlace(one.order));
  return days.length === 1 && !isMixed ? days[0]!.iso : null;
}
