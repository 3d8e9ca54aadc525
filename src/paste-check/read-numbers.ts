import { boundingOf } from "./approximations.js";
import { isLabel, isYear } from "./no-figures.js";
import { currencyOf, currencySigns, digitNumber, readDigits } from "./number-signs.js";
import { fractionWords, valueOfFraction, valueOfWords, wordNumber } from "./number-words.js";
import type { NamedYear, WrittenNumber } from "./written-number.js";

/** The things that "no" may count. */
const countable = "(?:initiative|partnership|actor|interview|practice|organisation)s?(?![a-z])";
const none = `(?:not (?:one|a single)|no|without (?:any|a single)|zero)(?= (?:[a-z-]+ ){0,2}?${countable})|none(?= of (?:its|the|their) (?:[a-z-]+ )?${countable}|(?= ?[.,;]|$))`;

const any = new RegExp(
  `(?<![\\p{L}\\p{N}#@&/_]|[\\p{L}\\p{N}][.,:-])(?:(?<fraction>${fractionWords})|(?<none>${none})|(?<sign>${currencySigns})? ?${digitNumber}|(?<words>${wordNumber})(?: (?<times>million|billion))?)(?![\\p{L}\\p{N}_])`,
  "gu",
);
const rangeTail = new RegExp(`^ ?(?:-|to|and) ?(?:${currencySigns})? ?${digitNumber}`, "u");
const wordRange = new RegExp(`^(?:-| to )(${wordNumber})(?![a-z])`);
const unitTail =
  /^ ?(?:(%|per ?cent\b|percent\b|pct\b)|(euros?|eur|us dollars|canadian dollars|new zealand dollars|dollars|usd|cad|nzd|€)(?![a-z]))/;

/** A match in its sentence: the plain text before and behind it, and the places where it stands. */
interface Found {
  plain: string;
  match: RegExpExecArray;
  start: number;
  end: number;
}

/** Numbers and years of a sentence, in their order. @param plain the sentence as `plainText` gives it */
export function readNumbers(plain: string): { numbers: WrittenNumber[]; years: NamedYear[] } {
  const numbers: WrittenNumber[] = [];
  const years: NamedYear[] = [];
  any.lastIndex = 0;
  for (let match = any.exec(plain); match; match = any.exec(plain)) {
    const end = match.index + match[0].length;
    const found = { plain, match, start: end - match[0].trimStart().length, end };
    const year = yearIn(found);
    if (year) years.push(year);
    const number = year ? null : numberIn(found);
    if (!number) continue;
    numbers.push(number);
    any.lastIndex = Math.max(end, number.end);
  }
  return { numbers, years };
}

function numberIn(found: Found): WrittenNumber | null {
  const { fraction, none, words } = found.match.groups!;
  const { start, end } = found;
  if (none !== undefined)
    return { start, end, values: [0], step: 1, unit: "count", approximation: "exact", form: "none" };
  if (fraction !== undefined) {
    const value = valueOfFraction(fraction);
    return value === null
      ? null
      : bounded(found, { end, values: [value * 100], step: 0, unit: "percent", form: "fraction" });
  }
  return words === undefined ? inDigits(found) : inWords(found, words);
}

function inWords(found: Found, words: string): WrittenNumber | null {
  const { plain, end, match } = found;
  if (isPronoun(words, plain.slice(end))) return null;
  const { times } = match.groups!;
  const value = valueOfWords(words) * (times === undefined ? 1 : times === "million" ? 1e6 : 1e9);
  const [tail = "", upper] = wordRange.exec(plain.slice(end)) ?? [];
  return bounded(found, {
    ...unitAt(plain, end + tail.length),
    values: [value],
    ...(upper !== undefined && { upTo: valueOfWords(upper) }),
    step: 1,
    form: "words",
  });
}

function inDigits(found: Found): WrittenNumber | null {
  const { plain, match, start, end } = found;
  const [ahead, behind] = [plain.slice(0, start), plain.slice(end)];
  if (isLabel(ahead, behind)) return null;
  const [written, scale] = digitsOf(match);
  const tail = rangeTail.exec(behind);
  if (!tail || !isRange(tail[0], ahead))
    return bounded(found, {
      ...unitAt(plain, end, match.groups!.sign),
      ...readDigits(written, scale),
      form: "digits",
    });
  const upperScale = tail[2] ?? tail[3];
  return bounded(found, {
    ...unitAt(plain, end + tail[0].length, match.groups!.sign),
    // "1.5 to 3 million": the word multiplies both ends.
    ...readDigits(written, scale ?? upperScale),
    upTo: readDigits(tail[1]!, upperScale).values[0]!,
    form: "digits",
  });
}

/** Digits that are a year and no number. */
function yearIn({ plain, match, start, end }: Found): NamedYear | null {
  const [written, scale] = digitsOf(match);
  if (written === "" || scale !== undefined || match.groups!.sign !== undefined) return null;
  if (isLabel(plain.slice(0, start), plain.slice(end))) return null;
  return isYear(written, plain.slice(0, start), plain.slice(end))
    ? { start, end, year: Number(written) }
    : null;
}

/** The unit behind a number, and where both end. @param sign of a currency before it */
function unitAt(plain: string, end: number, sign?: string): Pick<WrittenNumber, "unit" | "end"> {
  const unit = unitTail.exec(plain.slice(end));
  const inUnit = unit?.[1] ? ("percent" as const) : (currencyOf(sign ?? unit?.[2]) ?? ("count" as const));
  return { unit: inUnit, end: end + (unit?.[0].length ?? 0) };
}

/** The digits of a match, and the word or letter that multiplies them; no digits are an empty text. */
function digitsOf(match: RegExpExecArray): [written: string, scale: string | undefined] {
  const at = match.findIndex((part, i) => i > 0 && part !== undefined && /^\d/.test(part));
  if (at < 0 || match.groups!.fraction !== undefined) return ["", undefined];
  return [match[at]!, match[at + 1] ?? match[at + 2]];
}

/** A number with what bounds it, as wide as its words. */
function bounded(
  { plain, start }: Found,
  read: Pick<WrittenNumber, "end" | "values" | "step" | "upTo" | "unit" | "form">,
): WrittenNumber {
  const { approximation, before, after } = boundingOf(plain.slice(0, start), plain.slice(read.end));
  return { ...read, start: start - before, end: read.end + after, approximation };
}

/** "one of them", "the one": no count. */
function isPronoun(words: string, behind: string): boolean {
  return (
    words === "one" &&
    !/^ (?:(?!that |which |who |the )[a-z-]{3,} ){0,2}?(?:initiative|partnership|actor|interview|practice|promising|good|per ?cent|%|percent)/.test(
      behind,
    ) &&
    !/^ ?(?:[.,;]|$|and\b|but\b|in\b)/.test(behind)
  );
}

/** "10 and 12" is a range behind "between" alone. */
const isRange = (tail: string, ahead: string) => !/^ ?and/.test(tail) || /\bbetween $/.test(ahead);
