import type { NumberForm } from "./number-form.js";
import { readNumber, type Reading } from "./read-number.js";

const formats = new Map<boolean, Intl.NumberFormat>();

/** A number to its last digit: "1,500", "−0.25"; a calendar year without a comma. */
function exact(value: number, { calendar = false }: Pick<NumberForm, "calendar"> = {}): string {
  const format =
    formats.get(calendar) ??
    new Intl.NumberFormat("en-GB", { maximumFractionDigits: 20, useGrouping: !calendar });
  formats.set(calendar, format);
  return format.format(value).replace("-", "−");
}

/** A number in the unit of its field, to the last digit: "€2.5 million", "95 %", "30 years". It reads as itself. */
export function numberWords(value: number, form: NumberForm): string {
  if (form.unit === "euro") return euroWords(value);
  if (form.inPercent) return `${exact(hundredfold(value))} %`;
  if (form.unit === "percent") return `${exact(value)} %`;
  const [one, several] = form.counted ?? ["", ""];
  return `${exact(value, form)} ${value === 1 ? one : several}`.trim();
}

/** Millions in words where two decimals are enough. */
function euroWords(value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  for (const [unit, word] of [
    [1e9, "billion"],
    [1e6, "million"],
  ] as const)
    // Three digits behind a point would read as thousands.
    if (size >= unit && Number.isInteger(size / (unit / 100))) return `${sign}€${exact(size / unit)} ${word}`;
  return `${sign}€${exact(size)}`;
}

/** "= €2 million", "= €1,500; if you mean 1.5, write it like that": what was understood, where that is not just what was typed. */
export function echoWords(text: string, reading: Reading, form: NumberForm): string {
  if (reading.kind !== "read") return "";
  const { value, other } = reading;
  const words = numberWords(value, form);
  const typed = text.trim().replace("-", "−");
  const hint =
    other === undefined
      ? smallPercent(typed, value, form)
      : `; if you mean ${unmistakable(other, form)}, write it like that`;
  const bare = form.unit !== "euro" && !form.inPercent && typed === String(value).replace("-", "−");
  return (bare || typed === words) && hint === "" ? "" : `= ${words}${hint}`;
}

/** A share typed where per cent are counted is a hundredth of what may be meant. */
function smallPercent(typed: string, value: number, { unit, minimum, maximum }: NumberForm): string {
  const meant = hundredfold(value);
  const small = unit === "percent" && value !== 0 && Math.abs(value) < 1 && !typed.includes("%");
  return small && meant >= minimum && meant <= maximum
    ? `; ${exact(meant)} % is written ${exact(meant)}`
    : "";
}

/** In decimal digits: 0.29 is 29, not 28.999…. */
const hundredfold = (value: number) => Number(`${value}e2`);

/** A number so written that it can be read in one way. */
function unmistakable(value: number, form: NumberForm): string {
  const plain = exact(value).replaceAll(",", "");
  const reading = readNumber(plain, { ...form, minimum: -Infinity, maximum: Infinity, whole: false });
  return reading.kind === "read" && reading.value === value ? plain : `${plain}0`;
}

/** Why what was typed cannot be used, and how to mend it; empty where it can. */
export function problemWords(text: string, reading: Reading, form: NumberForm): string {
  const give = `Give ${rangeWords(form)}.`;
  if (reading.kind === "read") return "";
  if (reading.kind === "empty" && form.optional) return "";
  if (reading.kind === "empty") return `Nothing is typed. ${give}`;
  if (reading.kind === "unreadable")
    return `“${text.trim()}” cannot be read as a number. ${give}${exampleOf(form)}`;
  const { value, fault, other } = reading;
  const meant =
    other === undefined
      ? turned(value, form)
      : ` If you mean ${unmistakable(other, form)}, write it like that.`;
  // 95 typed for 95 % is no 9,500 %.
  const told = form.inPercent ? text.trim() : numberWords(value, form);
  return `${told}: ${whyWords(fault, form)}. ${give}${meant}`;
}

function whyWords(fault: "below" | "above" | "not-whole", form: NumberForm): string {
  if (fault === "not-whole") return "it has to be a whole number";
  return fault === "above"
    ? (form.most ?? `${numberWords(form.maximum, form)} is the most`)
    : (form.least ?? `${numberWords(form.minimum, form)} is the least`);
}

function rangeWords(form: NumberForm): string {
  const { unit, minimum, maximum, whole, optional, inPercent } = form;
  const [from, to] = [minimum, maximum].map((value) =>
    unit === "euro" || inPercent ? numberWords(value, form) : exact(value, form),
  );
  return `${whole && maximum > 10 ? "a whole number from " : ""}${from} to ${to}${unit === "percent" ? " %" : ""}${optional ? ", or nothing" : ""}`;
}

function exampleOf({ unit }: NumberForm): string {
  if (unit === "euro") return " An amount of euros is written as 2,000,000 or 2 million.";
  return unit === "share" ? " A share is written as 0.9 or 90 %." : "";
}

/** A share that was meant in per cent, or the other way round: it is asked about, not guessed. */
function turned(value: number, { unit, minimum, maximum }: NumberForm): string {
  const size = Math.abs(value);
  if (unit === "share" && size > 1 && value / 100 >= minimum && value / 100 <= maximum)
    return ` If you mean ${exact(value)} %, write the % sign.`;
  if (
    unit === "percent" &&
    size > 0 &&
    size < 1 &&
    hundredfold(value) >= minimum &&
    hundredfold(value) <= maximum
  )
    return ` If you mean a share of ${exact(value)}, write ${exact(hundredfold(value))} %.`;
  return "";
}
