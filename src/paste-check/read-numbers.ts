import { boundingOf, type Approximation } from "./approximations.js";
import type { Unit } from "./facts.js";
import { isLabel, isYear } from "./no-figures.js";
import { currencyOf, currencySigns, digitNumber, readDigits } from "./number-signs.js";
import { fractionWords, valueOfFraction, valueOfWords, wordNumber } from "./number-words.js";
import type { Span } from "./sentences.js";

/** A number as a text writes it, with the words that bound it and its unit. */
export interface WrittenNumber extends Span {
  /** What it may stand for; the first is the likelier. */
  values: number[];
  /** How finely it is written: 1 for "35", 0.1 for "25.6", 100,000 for "1.6 million". */
  step: number;
  /** The upper end of a range: "10–12". */
  upTo?: number;
  unit: Unit;
  approximation: Approximation;
  form: "digits" | "words" | "fraction" | "none";
}

/** A year that a text names. */
export interface NamedYear extends Span {
  year: number;
}

/** The things that "no" may count. */
const countable = "(?:initiative|partnership|actor|interview|practice|organisation)s?(?![a-z])";
const none = `(?:not (?:one|a single)|no|without (?:any|a single)|zero)(?= (?:[a-z-]+ ){0,2}?${countable})|none(?= of (?:its|the|their) (?:[a-z-]+ )?${countable}|(?= ?[.,;]|$))`;

const any = new RegExp(
  `(?<![\\p{L}\\p{N}#@&/_]|[\\p{L}\\p{N}][.,:-])(?:(?<fraction>${fractionWords})|(?<none>${none})|(?<sign>${currencySigns})? ?${digitNumber}|(?<words>${wordNumber})(?: (?<times>million|billion))?)(?![\\p{L}\\p{N}_])`,
  "gu",
);
const rangeTail = new RegExp(`^ ?(?:-|to|and) ?(?:${currencySigns})? ?${digitNumber}`, "u");
const unitTail =
  /^ ?(?:(%|per ?cent\b|percent\b|pct\b)|(euros?|eur|us dollars|canadian dollars|new zealand dollars|dollars|usd|cad|nzd|€)(?![a-z]))/;

/** Numbers and years of a sentence, in their order. @param plain the sentence as `plainText` gives it */
export function readNumbers(plain: string): { numbers: WrittenNumber[]; years: NamedYear[] } {
  const numbers: WrittenNumber[] = [];
  const years: NamedYear[] = [];
  any.lastIndex = 0;
  for (let found = any.exec(plain); found; found = any.exec(plain)) {
    const start = found.index + (found[0].length - found[0].trimStart().length);
    let end = found.index + found[0].length;
    const [ahead, behind] = [plain.slice(0, start), plain.slice(end)];
    const { fraction, none, sign, words, times } = found.groups!;
    const [written, scale] = [found.slice(1).find((part) => /^\d/.test(part ?? "")), scaleOf(found)];
    if (fraction !== undefined) {
      const value = valueOfFraction(fraction);
      if (value !== null)
        numbers.push(bounded(plain, { start, end, values: [value * 100], step: 0 }, "percent", "fraction"));
    } else if (none !== undefined) {
      numbers.push({ start, end, values: [0], step: 1, unit: "count", approximation: "exact", form: "none" });
    } else if (words !== undefined) {
      const value = valueOfWords(words) * (times === undefined ? 1 : times === "million" ? 1e6 : 1e9);
      if (isPronoun(words, behind)) continue;
      const unit = unitTail.exec(behind);
      if (unit) end += unit[0].length;
      const inUnit = unit?.[1] ? "percent" : (currencyOf(unit?.[2]) ?? "count");
      numbers.push(bounded(plain, { start, end, values: [value], step: 1 }, inUnit, "words"));
    } else if (written !== undefined) {
      if (isLabel(ahead, behind)) continue;
      if (sign === undefined && scale === undefined && isYear(written, ahead, behind)) {
        years.push({ start, end, year: Number(written) });
        continue;
      }
      const read = readDigits(written, scale);
      const tail = rangeTail.exec(behind);
      const range = tail && isRange(tail[0], ahead) ? tail : null;
      if (range) end += range[0].length;
      const unit = unitTail.exec(plain.slice(end));
      if (unit) end += unit[0].length;
      const inUnit = unit?.[1] ? "percent" : (currencyOf(sign ?? unit?.[2]) ?? "count");
      const upper = range && readDigits(range[1]!, range[2] ?? range[3]);
      // "1.5 to 3 million": the word multiplies both ends.
      const lower = upper && scale === undefined ? readDigits(written, range[2] ?? range[3]) : read;
      numbers.push(
        bounded(plain, { start, end, ...lower, ...(upper && { upTo: upper.values[0] }) }, inUnit, "digits"),
      );
      any.lastIndex = end;
    }
  }
  return { numbers, years };
}

/** The word or letter that multiplies digits. */
function scaleOf(found: RegExpExecArray): string | undefined {
  const at = found.findIndex((part, i) => i > 0 && part !== undefined && /^\d/.test(part));
  return at < 0 ? undefined : (found[at + 1] ?? found[at + 2]);
}

/** A number with what bounds it, as wide as its words. */
function bounded(
  plain: string,
  read: Pick<WrittenNumber, "start" | "end" | "values" | "step" | "upTo">,
  unit: Unit,
  form: WrittenNumber["form"],
): WrittenNumber {
  const { approximation, before, after } = boundingOf(plain.slice(0, read.start), plain.slice(read.end));
  return { ...read, start: read.start - before, end: read.end + after, unit, approximation, form };
}

/** "one of them", "the one": no count. */
function isPronoun(words: string, behind: string): boolean {
  return (
    words === "one" &&
    !/^ (?:[a-z-]+ ){0,2}?(?:initiative|partnership|actor|interview|practice|promising|good|per ?cent|%|percent)/.test(
      behind,
    ) &&
    !/^ ?(?:[.,;]|$|and\b|but\b|in\b)/.test(behind)
  );
}

/** "10 and 12" is a range behind "between" alone. */
const isRange = (tail: string, ahead: string) => !/^ ?and/.test(tail) || /\bbetween $/.test(ahead);
