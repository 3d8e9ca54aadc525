import { monthOf } from "./month-names.js";

/** A way to write a day, by the order of its parts. */
export type DateOrder =
  | "year first"
  | "day first"
  | "month first"
  | "digits"
  | "named month"
  /** Days as a spreadsheet counts them; no text says so by itself. */
  | "serial from 1900"
  | "serial from 1904";

/** A day that a text may mean in one order: "2024-01-02"; with a time, the day alone. */
export interface ReadDay {
  order: DateOrder;
  iso: string;
}

const time = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?(?:[AaPp][Mm]|Z|[+-]\\d{2}:?\\d{2}))?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`);
const digitsAlone = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** A year of two digits is one of the last eighty or the next twenty, as spreadsheets read it: 30 and above are of the last century. */
const fullYear = (year: string) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

/** A day begins with a digit, or with the name of its month. */
const beginsDay = /^[\d\p{L}]/u;

/** Every day that a text may mean: two for "03/04/2023", none for what is no day. */
export function daysOf(text: string): ReadDay[] {
  const word = text.trim();
  if (word.length > 40 || !beginsDay.test(word)) return [];
  const first = yearFirst.exec(word);
  if (first) return day("year first", Number(first[1]), first[3], first[4]);
  const last = yearLast.exec(word);
  if (last) {
    const [, a, mark, b, year = ""] = last;
    // Nobody puts points behind a month that comes first.
    const monthFirst = mark === "." ? [] : day("month first", fullYear(year), a, b);
    return [...day("day first", fullYear(year), b, a), ...monthFirst];
  }
  const digits = digitsAlone.exec(word);
  if (digits) return day("digits", Number(digits[1]), digits[2], digits[3]);
  return namedDay(word);
}

function day(order: DateOrder, year: number, month = "", date = ""): ReadDay[] {
  const [m, d] = [Number(month), Number(date)];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(year, m)) return [];
  return [{ order, iso: `${String(year).padStart(4, "0")}-${twoDigits(m)}-${twoDigits(d)}` }];
}

const twoDigits = (value: number) => String(value).padStart(2, "0");

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** "3 maart 2023", "March 3, 2023", "mrt-23"; of a month alone its first day. */
function namedDay(word: string): ReadDay[] {
  if (!/\d/.test(word) || !/\p{L}{3}/u.test(word)) return [];
  const parts = word
    .replace(/\b(?:de|del|of|di)\b/gi, " ")
    .replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?!\p{L})/iu, "$1")
    .split(/[-/.,'’\s]+/)
    .filter((part) => part !== "");
  const at = parts.findIndex((part) => /^\p{L}/u.test(part));
  const month = monthOf(parts[at] ?? "");
  const numbers = /^(?:(\d{1,2}) )?(\d{4}|\d{2})$/.exec(parts.filter((_, i) => i !== at).join(" "));
  if (month === null || at > 1 || !numbers) return [];
  const [, date, year = ""] = numbers;
  if (date !== undefined) return day("named month", fullYear(year), String(month), date);
  // "mei 12" may be a day of any year; "mei-12" and "mei '12" are a month of one.
  const isOfYear = at === 0 && (year.length === 4 || /[-/'’]\d\d$/.test(word));
  return isOfYear ? day("named month", fullYear(year), String(month), "1") : [];
}

/** True for a number of a day between 1954 and 2064, as spreadsheets count them. */
export const isSerial = (text: string): boolean => /^(2|3|4|5)\d{4}$/.test(text);

/** The day of a serial number of a spreadsheet. @param epoch the year that its workbook counts from */
export function serialDay(serial: number, epoch: 1900 | 1904): string | null {
  // Spreadsheets take 1900 for a leap year: 60 is a day that never was, and what comes before lies a day on.
  const days = epoch === 1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}

/** A year by itself, as offices write it: "2019", "2019/20", "2019-2020" begin with theirs. */
export const isYear = (text: string): boolean => /^(19|20)\d{2}$/.test(text.trim());
