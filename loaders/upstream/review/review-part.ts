import { flagMeanings, flagNames } from "../../../src/components/format.js";
import { countryCodes } from "../country-codes.js";
import type { Reading } from "../producer.js";
import type { About } from "./compare-snapshots.js";

/** A table of a review: its heads, and its rows as text. */
export interface ReviewTable {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many rows more there are than are shown. */
  more: number;
}

/** A picture before or after, as HTML that was drawn here; the Markdown of a review has none. */
export interface ReviewPicture {
  caption: string;
  html: string;
}

/** One part of a review. */
export interface ReviewPart {
  title: string;
  /** Parts of the third level belong to the one before them; default 2. */
  level?: 2 | 3;
  paragraphs: readonly string[];
  tables: readonly ReviewTable[];
  pictures?: readonly ReviewPicture[];
}

/** Rows of each list that are written out as examples. */
const examples = 12;
/** Written out to the last: each of them is decided. */
export const allRows = Number.POSITIVE_INFINITY;

/** A table of as many rows as are written out; none where there are no rows. */
export function reviewTable(heads: string[], rows: string[][], most = examples): ReviewTable[] {
  return rows.length === 0
    ? []
    : [{ heads, rows: rows.slice(0, most), more: Math.max(0, rows.length - most) }];
}

const count = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** A reading's value, with its bound and flag. */
export const readingValue = ({ value, status, qualifier, flag }: Reading): string =>
  `${qualifier}${value === null ? status : count.format(value)}${flag ? ` (${flag})` : ""}`;

/** A number of a correction or producer. */
export const plainNumber = (value: number): string => count.format(value);

export const percentChange = (change: number | null): string =>
  change === null ? "" : `${change > 0 ? "+" : ""}${(change * 100).toFixed(1)} %`;

let names: Map<string, string> | undefined;
/** A country by any of its codes; other places by their code. */
export function placeName(code: string): string {
  names ??= new Map(
    countryCodes().flatMap(({ iso3, m49, eurostat, name }) =>
      [iso3, m49, eurostat].flatMap((one) => (one === null ? [] : [[one, name] as const])),
    ),
  );
  return code === "900" ? "World" : (names.get(code) ?? code);
}

/** Series, place and period of a reading, a cell each. */
export const where = ({
  series,
  place,
  origin,
  period,
}: Pick<Reading, "series" | "place" | "origin" | "period">): string[] => [
  series,
  placeName(place) + (origin ? ` from ${placeName(origin)}` : ""),
  period,
];

/** What the producer says of a reading: its flag in words where it has any, the date of its numbers, its page. */
export const producerNote = ({ page, updated }: About, { flag }: Reading): string =>
  [
    flagNames({ flag: [...flag].filter((letter) => letter in flagMeanings).join("") }),
    updated && `updated ${updated}`,
    page,
  ]
    .filter(Boolean)
    .join("; ");
