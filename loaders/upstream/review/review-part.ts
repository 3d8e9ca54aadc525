import { dayWords } from "../../../src/components/day-words.js";
import { flagMeanings, flagNames } from "../../../src/components/format.js";
import { cityNames, countryCodes } from "../country-codes.js";
import type { Reading } from "../producer.js";
import type { About } from "./compare-snapshots.js";
import { seriesName } from "./series-name.js";

/** Words that lead somewhere: to the page of a producer, or to another part of the review. */
export interface ReviewLink {
  words: string;
  /** An address, or "#" and the id of a part; a link to a part is words alone in the Markdown of a review. */
  href: string;
}

/** What is typed, a command or a file. */
export interface ReviewCode {
  code: string;
}

/** What a cell or a paragraph says: text, or text, links and what is typed, one after another. */
export type ReviewWords = string | readonly (string | ReviewLink | ReviewCode)[];

/** A table of a review: its heads, and its rows. */
export interface ReviewTable {
  heads: readonly string[];
  rows: readonly (readonly ReviewWords[])[];
  /** How many rows more there are than are shown, and the first of them, which a page folds away. */
  more: number;
  rest: readonly (readonly ReviewWords[])[];
}

/** A picture before or after, as HTML that was drawn here; the Markdown of a review has none. */
export interface ReviewPicture {
  caption: string;
  html: string;
}

/** Parts that a decision leads to. */
export type PartId =
  | "failed"
  | "unusual"
  | "revised"
  | "removed"
  | "held-back"
  | "claims"
  | "figures"
  | "values"
  | "scenarios"
  | "unfit"
  | "editions"
  | "unknown-codes"
  | "absent-places";

/** One part of a review. */
export interface ReviewPart {
  title: string;
  /** What links of the first part lead to; default none. */
  id?: PartId;
  /** Parts of the third level belong to the one before them; default 2. */
  level?: 2 | 3;
  paragraphs: readonly ReviewWords[];
  tables: readonly ReviewTable[];
  /** What stands below the tables. */
  last?: readonly ReviewWords[];
  pictures?: readonly ReviewPicture[];
}

/** Rows of each list that are written out as examples, and that are folded away below them. */
const [examples, mostFolded] = [12, 500];
/** Written out to the last: each of them is decided. */
export const allRows = Number.POSITIVE_INFINITY;

/** A table of as many rows as are written out; none where there are no rows. */
export function reviewTable(heads: string[], rows: ReviewWords[][], most = examples): ReviewTable[] {
  return parted(heads, rows, rows.slice(0, most));
}

/**
 * The same of rows of several sources, the first of each: a table with many changes leaves those of another in sight.
 * @param sourceOf the source of a row, by its place
 */
export function reviewTableOf(
  heads: string[],
  rows: ReviewWords[][],
  sourceOf: (at: number) => string,
): ReviewTable[] {
  const shown = new Map<string, number>();
  const first = rows.filter((_, at) => {
    const before = shown.get(sourceOf(at)) ?? 0;
    shown.set(sourceOf(at), before + 1);
    return before < examples;
  });
  return parted(heads, rows, first);
}

function parted(heads: string[], all: ReviewWords[][], rows: ReviewWords[][]): ReviewTable[] {
  if (all.length === 0) return [];
  const written = new Set(rows);
  const rest = all.filter((row) => !written.has(row)).slice(0, mostFolded);
  return [{ heads, rows, more: all.length - rows.length, rest }];
}

const count = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });
const minus = (text: string) => text.replace(/^-/, "−");

/** A reading's value, with its bound and flag. */
export const readingValue = ({ value, status, qualifier, flag }: Reading): string =>
  `${qualifier}${value === null ? status : plainNumber(value)}${flag ? ` (${flag})` : ""}`;

/** A number of a correction or producer. */
export const plainNumber = (value: number): string => minus(count.format(value));

/** A count of rows with its noun: "1 number", "1,200 numbers". */
export const counted = (some: number, one: string, many = `${one}s`): string =>
  `${plainNumber(some)} ${some === 1 ? one : many}`;

export const percentChange = (change: number | null): string =>
  change === null ? "" : `${change > 0 ? "+" : ""}${minus((change * 100).toFixed(1))} %`;

/** Cities by their codes; none where the evidence of today has no readable cities, which a review says elsewhere. */
function citiesByCode(): Map<string, string> {
  try {
    return new Map([...cityNames("urban-audit"), ...cityNames("oecd-fua")]);
  } catch {
    return new Map();
  }
}

let names: Map<string, string> | undefined;
/** A country or city of the evidence by any of its codes; other places by their code. */
export function placeName(code: string): string {
  names ??= new Map([
    ...countryCodes().flatMap(({ iso3, m49, eurostat, name }) =>
      [iso3, m49, eurostat].flatMap((one) => (one === null ? [] : [[one, name] as const])),
    ),
    ...citiesByCode(),
  ]);
  return code === "900" ? "World" : (names.get(code) ?? code);
}

/** A place, and where those counted there come from. */
export const placeWords = ({ place, origin }: Pick<Reading, "place" | "origin">): string =>
  placeName(place) + (origin ? ` from ${placeName(origin)}` : "");

/** Series, place and period of a reading, a cell each. @param source its table, "worldbank/population" */
export const where = (
  source: string,
  reading: Pick<Reading, "series" | "place" | "origin" | "period">,
): string[] => [seriesName(source, reading.series), placeWords(reading), reading.period];

/** What the producer says of a reading: its flag in words where it has any, and the date of its numbers, which leads to its page. */
export function producerNote({ page, updated }: About, { flag }: Reading): ReviewWords {
  const flags = flagNames({ flag: [...flag].filter((letter) => letter in flagMeanings).join("") });
  const words = updated ? `updated ${dayWords(updated)}` : "its page";
  return [...(flags ? [`${flags}; `] : []), ...(page ? [{ words, href: page }] : updated ? [words] : [])];
}
