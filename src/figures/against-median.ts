import { formatList, formatShort } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { gapTone, toneOf, type HeatMapOptions, type Tone } from "../components/heat-map.js";
import type { KeyEntry } from "../components/picture-key.js";

// Counts of initiatives against their target, the median of the mapped cities. Columns read: `city`, `dimension`,
// `initiatives`, `median_initiatives`, `initiatives_from_median`.

/** The picture of initiatives: each count against the median of the mapped cities, its target. */
export const againstMedian: Pick<HeatMapOptions, "tone" | "below" | "key"> = {
  tone: (row) => toneAgainst(ratioOf(row)),
  below: (row) => differenceWords(row),
  key: [
    { words: "short of the median by" },
    ...(["less than a third", "a third or more", "two thirds or more"] as const).map(
      (words, i): KeyEntry => ({ glyph: { kind: "shade", colour: `var(--gap-${i + 1})` }, words }),
    ),
    { glyph: { kind: "shade", colour: "var(--heat-1)" }, words: "reaches it" },
    { glyph: { kind: "shade", colour: "var(--heat-2)" }, words: "one and a half times it" },
    { glyph: { kind: "shade", colour: "var(--heat-3)" }, words: "twice it or more" },
  ],
};

/** Initiatives as a part of the median: 0 for none, 1 where they reach it; null where either is not known. */
function ratioOf(row: Row): number | null {
  const [found, median] = [number(row, "initiatives"), number(row, "median_initiatives")];
  if (found === null || median === null) return null;
  return median === 0 ? 1 + found : found / median;
}

/** Rust for what is short of the median, the more the deeper; blue for what reaches it, without a ceiling at twice. */
function toneAgainst(ratio: number | null): Tone {
  if (ratio === null) return toneOf(0);
  if (ratio < 1) return gapTone(ratio <= 1 / 3 + 1e-9 ? 3 : ratio <= 2 / 3 + 1e-9 ? 2 : 1);
  return toneOf(ratio < 1.5 ? 1 : ratio < 2 ? 2 : 3);
}

/** "+11", "−5.5", "0": how far a count is from the median; empty where it is not known. */
function differenceWords(row: Row): string {
  const difference = number(row, "initiatives_from_median");
  return difference === null ? "" : signed(difference);
}

/** A difference with its sign: "+11", "−5.5", "0". */
export const signed = (value: number): string => `${value > 0 ? "+" : ""}${formatShort(value)}`;

/** "5.5 short of the median of 10.5", "2.7 times the median of 6". */
export function againstWords(row: Row): string {
  const [difference, median] = [number(row, "initiatives_from_median"), number(row, "median_initiatives")];
  if (difference === null || median === null) return "median not known";
  const of = `the median of ${formatShort(median)}`;
  if (difference < 0) return `${formatShort(-difference)} short of ${of}`;
  return difference === 0 || median === 0 ? `reaches ${of}` : `${formatShort(ratioOf(row)!)} times ${of}`;
}

/** What each dimension is measured against, where a city falls short of it, and where one has twice as many. */
export function mediansSentence(rows: Row[]): string {
  const known = rows.filter((row) => ratioOf(row) !== null);
  if (!known.length) return "";
  const name = (row: Row) => `${text(row, "city")} ${text(row, "dimension")}`;
  const medians = new Map(known.map((row) => [text(row, "dimension"), number(row, "median_initiatives")!]));
  const short = known.filter((row) => ratioOf(row)! < 1);
  const twice = known.filter((row) => ratioOf(row)! >= 2);
  return (
    `The target is the median: ${formatList([...medians].map(([of, median]) => `${of} ${formatShort(median)}`))}. ` +
    `Short of it: ${formatList(short.map((row) => `${name(row)} ${differenceWords(row)}`)) || "nowhere"}. ` +
    `Twice as many or more: ${formatList(twice.map(name)) || "nowhere"}. `
  );
}
