import type { NumberForm } from "./number-form.js";

/** Why a number cannot be used. */
export type NumberFault = "below" | "above" | "not-whole";

/** What a text is read as. */
export type Reading =
  | { kind: "read"; value: number; /** Another number of the range that it may mean. */ other?: number }
  | { kind: "refused"; value: number; fault: NumberFault; other?: number }
  | { kind: "unreadable" }
  | { kind: "empty" };

const scales: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  tsd: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  millions: 6,
  bn: 9,
  mrd: 9,
  billion: 9,
  billions: 9,
};

/** Longer texts are no number that anybody means, and so many decimals no figure has. */
const longest = 40;
const mostDecimals = 15;

/**
 * A number as people type it, in either notation: "2,000,000", "2.000.000", "2 000 000", "0,95", "95 %", "€2 million",
 * "2 Mio". A comma or a point with three digits behind it may part thousands or decimals: an amount of money and a whole
 * number has thousands, a share has decimals, anything else is read as this site writes numbers.
 * @returns a number within the form's range, in its unit; or why there is none
 */
export function readNumber(text: string, form: NumberForm): Reading {
  const plain = text.replace(/\s+/g, " ").trim().toLowerCase();
  if (plain === "") return { kind: "empty" };
  const parts =
    plain.length > longest
      ? null
      : /^([-−–+]?) ?((?:€|eur) ?)?([-−–+]?) ?(\d[\d.,'’ ]*|[.,]\d+)(\D*)$/.exec(plain);
  if (!parts || (parts[1] && parts[3])) return { kind: "unreadable" };
  const [, before, currency, behind, body, tail] = parts as unknown as string[];
  const power = powerOf(tail!, form);
  if (power === null || (currency && form.unit !== "euro")) return { kind: "unreadable" };
  const sign = /[-−–]/.test(before! + behind!) ? "-" : "";
  const decimals = (digits: string) => (digits.split(".")[1] ?? "").length;
  const sound = digitsOf(body!.trim()).filter(({ digits }) => decimals(digits) <= mostDecimals);
  const readings = sound.map(({ digits, ours }) => ({
    // One conversion, so that 4.35 thousand is 4350 to the last digit; without a zero below zero.
    value: Number(`${sign}${digits}e${power}`) + 0,
    ours,
  }));
  return chosen(readings, power > 0, form);
}

interface Amount {
  value: number;
  ours: boolean;
}

interface Digits {
  digits: string;
  /** Whether this site writes it so: a comma for thousands, a point for decimals. */
  ours: boolean;
}

/** The powers of ten behind a number, and whether its unit is one of the field. */
function powerOf(tail: string, form: NumberForm): number | null {
  const words = tail.replaceAll("per cent", "%").replace(/[€%]/g, " $& ").split(/[ .]+/).filter(Boolean);
  const scale = Object.hasOwn(scales, words[0] ?? "") ? scales[words.shift()!]! : 0;
  const unit = words.join(" ");
  if (form.unit === "euro") return /^(€|eur|euros?)?$/.test(unit) ? scale : null;
  if (unit === "" && (form.unit === "number" || scale === 0)) return scale;
  if (form.unit !== "number") return scale === 0 && /^(%|percent)$/.test(unit) ? percentPower(form) : null;
  return form.counted?.includes(unit) ? scale : null;
}

const percentPower = ({ unit }: NumberForm) => (unit === "share" ? -2 : 0);

/** The ways to read digits with their marks; none where the marks make no sense. */
function digitsOf(body: string): Digits[] {
  if (/[ '’]/.test(body)) {
    const parts = /^(\d{1,3}(?:([ '’])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(body);
    return parts ? [{ digits: joined(parts[1]!, parts[4]), ours: parts[3] !== "," }] : [];
  }
  const marks = body.replace(/\d/g, "");
  if (marks === "") return [{ digits: body, ours: true }];
  if (marks.length === 1) return oneMark(body, marks);
  const [group, last] = [marks[0]!, marks.at(-1)!];
  const grouped = group === "." ? /^\d{1,3}(\.\d{3})+(,\d+)?$/ : /^\d{1,3}(,\d{3})+(\.\d+)?$/;
  if (!grouped.test(body)) return [];
  const [whole, decimals] = last === group ? [body] : body.split(last);
  return [{ digits: joined(whole!, decimals), ours: group === "," }];
}

/** A single mark parts decimals, and thousands as well where one to three digits stand before it and three behind. */
function oneMark(body: string, mark: string): Digits[] {
  const [whole = "", decimals = ""] = body.split(mark);
  if (decimals === "") return [];
  const readings = [{ digits: joined(whole || "0", decimals), ours: mark === "." }];
  if (/^[1-9]\d{0,2}$/.test(whole) && decimals.length === 3)
    readings.push({ digits: whole + decimals, ours: mark === "," });
  return readings;
}

const joined = (whole: string, decimals?: string) =>
  whole.replace(/\D/g, "") + (decimals ? `.${decimals}` : "");

/** The reading that makes sense in the field; another that could be meant is told, and never put in its place. */
function chosen(readings: readonly Amount[], scaled: boolean, form: NumberForm): Reading {
  const thousands = form.whole === true || (form.unit === "euro" && !scaled);
  const decimals = form.unit === "percent" || form.unit === "share";
  const [first, second] = [...readings].sort((a, b) =>
    thousands || decimals
      ? (Math.abs(b.value) - Math.abs(a.value)) * (decimals ? -1 : 1)
      : Number(b.ours) - Number(a.ours),
  );
  if (!first) return { kind: "unreadable" };
  const fault = faultOf(first.value, form);
  const told = second && (fault !== null || !first.ours) && faultOf(second.value, form) === null;
  const other = told ? { other: second.value } : {};
  return fault === null
    ? { kind: "read", value: first.value, ...other }
    : { kind: "refused", value: first.value, fault, ...other };
}

function faultOf(value: number, { minimum, maximum, whole }: NumberForm): NumberFault | null {
  if (value < minimum) return "below";
  if (value > maximum) return "above";
  return whole && !Number.isInteger(value) ? "not-whole" : null;
}
