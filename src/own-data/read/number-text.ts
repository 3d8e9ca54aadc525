/** How a column writes its numbers. */
export interface NumberMarks {
  decimal: "." | ",";
  /** Between groups of three digits; "" for none. A space is any kind of space. */
  thousands: "" | "." | "," | " " | "'";
}

/** What a text says of the marks of its column. */
export type MarksOf =
  /** Digits alone, which fit any marks. */
  | "plain"
  /** One mark before three digits: a decimal number or thousands. */
  | { kind: "either"; mark: "." | "," }
  | { kind: "decimal"; decimal: "." | "," }
  | { kind: "thousands"; thousands: NumberMarks["thousands"]; decimal: "." | "," | null };

/** What stands around a number without changing it, taken away. */
export interface BareNumber {
  /** Digits and marks. */
  digits: string;
  isNegative: boolean;
  isPercent: boolean;
  /** Currency as it stands there: "€", "EUR"; "" for none. */
  currency: string;
}

const spaces = /[\s\u00a0\u2007\u2009\u202f]+/g;
const currencies = "€|£|¥|(?:US|C|A|NZ|R|S\\/)?\\$|R\\$|[A-Z]{3}|kr\\.?|zł|Kč|Ft|RM|KSh";
const around = new RegExp(
  `^([+\\-−–]?) ?(${currencies})? ?([+\\-−–]?) ?(\\d[\\d.,' ’]*)(%| %)? ?(${currencies})?([,.]-{1,2})?$`,
  "u",
);

/** A number with what stands around it; null where the text is none. "(5)" and "12 (1)" are none: both can be meant in two ways. */
export function bareNumber(text: string): BareNumber | null {
  const found = around.exec(text.trim().replace(spaces, " "));
  if (!found) return null;
  const [, before, ahead = "", after, digits = "", percent, behind = ""] = found;
  if ((before && after) || (ahead && behind)) return null;
  return {
    digits: digits.trim().replaceAll("’", "'"),
    isNegative: /[-−–]/.test(before! + after!),
    isPercent: percent !== undefined,
    currency: ahead || behind,
  };
}

const grouped = (mark: string) => new RegExp(`^\\d{1,3}(?:${mark}\\d{3})+$`);
const groups: readonly (readonly [NumberMarks["thousands"], RegExp])[] = [
  [".", grouped("\\.")],
  [",", grouped(",")],
  [" ", grouped(" ")],
  ["'", grouped("'")],
];

/** What the digits of a number say of its column's marks; null where no marks make a number of them: "10.0.0.1". */
export function marksOf(digits: string): MarksOf | null {
  if (/^\d+$/.test(digits)) return "plain";
  const [whole, fraction] = splitAtLast(digits);
  if (fraction === undefined) return wholeGroups(digits);
  const mark = digits.charAt(whole.length) as "." | ",";
  if (!/^\d+$/.test(whole)) return afterGroups(whole, fraction, mark) ?? wholeGroups(digits);
  if (!/^\d+$/.test(fraction)) return null;
  const isEither = fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0");
  return isEither ? { kind: "either", mark } : { kind: "decimal", decimal: mark };
}

/** The last mark is a decimal one where groups by another mark stand before it. */
function afterGroups(whole: string, fraction: string, decimal: "." | ","): MarksOf | null {
  const thousands = groups.find(([mark, pattern]) => mark !== decimal && pattern.test(whole))?.[0];
  return thousands !== undefined && /^\d+$/.test(fraction) ? { kind: "thousands", thousands, decimal } : null;
}

/** Before and after the last point or comma. */
function splitAtLast(digits: string): [string, string?] {
  const at = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  return at < 0 ? [digits] : [digits.slice(0, at), digits.slice(at + 1)];
}

/** Digits in groups of three without a fraction. */
function wholeGroups(digits: string): MarksOf | null {
  const thousands = groups.find(([, pattern]) => pattern.test(digits))?.[0];
  return thousands === undefined ? null : { kind: "thousands", thousands, decimal: null };
}

/** Most digits that a number holds exactly. */
export const mostDigits = 15;

/** The value of digits that are written with these marks; null where they are not. */
export function valueOf(digits: string, { decimal, thousands }: NumberMarks): number | null {
  const [whole = "", fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  const pattern = groups.find(([mark]) => mark === thousands)?.[1];
  const isWhole = /^\d+$/.test(whole) || (pattern?.test(whole) ?? false);
  return isWhole ? Number(`${whole.replace(/[., ']/g, "")}${fraction ? `.${fraction}` : ""}`) : null;
}
