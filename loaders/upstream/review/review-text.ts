import { countryCodes } from "../country-codes.js";
import type { Reading } from "../producer.js";
import { isUnusual, unusual, type TableChanges } from "./compare-snapshots.js";

/** A table of a review: its heads, and its rows as text. */
export interface ReviewTable {
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  /** How many rows more there are than are shown. */
  more: number;
}

/** One part of a review. */
export interface ReviewPart {
  title: string;
  paragraphs: readonly string[];
  tables: readonly ReviewTable[];
}

/** Rows of each list that are written out. */
const most = 12;

const count = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });
const valueOf = ({ value, status, qualifier, flag }: Reading): string =>
  `${qualifier}${value === null ? status : count.format(value)}${flag ? ` (${flag})` : ""}`;
const percent = (change: number | null): string =>
  change === null ? "" : `${change > 0 ? "+" : ""}${(change * 100).toFixed(1)} %`;

let names: Map<string, string> | undefined;
/** A country by any of its codes; other places by their code. */
function placeName(code: string): string {
  names ??= new Map(
    countryCodes().flatMap(({ iso3, m49, eurostat, name }) =>
      [iso3, m49, eurostat].flatMap((one) => (one === null ? [] : [[one, name] as const])),
    ),
  );
  return code === "900" ? "World" : (names.get(code) ?? code);
}

const where = (reading: Reading): string[] => [
  reading.series,
  placeName(reading.place) + (reading.origin ? ` from ${placeName(reading.origin)}` : ""),
  reading.period,
];

function table(heads: string[], rows: string[][]): ReviewTable[] {
  return rows.length === 0
    ? []
    : [{ heads, rows: rows.slice(0, most), more: Math.max(0, rows.length - most) }];
}

/** What a reviewer decides, in the order of what to look at first; then each table by itself. */
export function reviewParts(changes: readonly TableChanges[], revision: string): ReviewPart[] {
  const changed = changes.filter(
    ({ added, removed, revised }) => added.length + removed.length + revised.length > 0,
  );
  return [summary(changed, changes.length, revision), ...changed.map(partOf)];
}

function summary(changed: readonly TableChanges[], all: number, revision: string): ReviewPart {
  const first = changed.flatMap(({ source, added }) =>
    added
      .filter(isUnusual)
      .map(({ reading, previous, change }) => [
        source,
        ...where(reading),
        previous ? valueOf(previous) : "",
        valueOf(reading),
        percent(change),
      ]),
  );
  const large = changed.flatMap(({ source, revised }) =>
    revised
      .filter(({ change }) => Math.abs(change ?? 0) >= unusual.share)
      .map(({ before, after, change }) => [
        source,
        ...where(after),
        valueOf(before),
        valueOf(after),
        percent(change),
      ]),
  );
  const heads = ["Table", "Series", "Place", "Period", "Before", "After", "Change"];
  const nothing = changed.length === 0;
  return {
    title: "What to decide",
    paragraphs: [
      nothing
        ? `Nothing changed since ${revision}.`
        : `${changed.length} of ${all} tables changed since ${revision}. New numbers that are unusual for their series: ${first.length}. Revised numbers that moved by a tenth or more: ${large.length}.`,
      ...(nothing
        ? []
        : [
            `A new number is unusual where its change from the period before lies ${unusual.score} times the usual spread from the usual change of its own series, and is a tenth at least. The spread is the median absolute deviation.`,
          ]),
    ],
    tables: [
      ...table(["Table", "Series", "Place", "Period", "The period before", "New", "Change"], first),
      ...table(heads, large),
    ],
  };
}

function partOf({ source, unit, rows, added, removed, revised, newFlags, breaks }: TableChanges): ReviewPart {
  const paragraphs = [
    `${rows[0]} numbers before, ${rows[1]} now, in ${unit}: ${added.length} added, ${removed.length} removed, ${revised.length} revised.`,
    ...(newFlags.length ? [`Flags that are new in this table: ${newFlags.join(", ")}.`] : []),
  ];
  const heads = ["Series", "Place", "Period"];
  return {
    title: source,
    paragraphs,
    tables: [
      ...table(
        [...heads, "Revised from", "To", "Change"],
        revised.map(({ before, after, change }) => [
          ...where(after),
          valueOf(before),
          valueOf(after),
          percent(change),
        ]),
      ),
      ...table(
        [...heads, "Removed"],
        removed.map((reading) => [...where(reading), valueOf(reading)]),
      ),
      ...table(
        [...heads, "Break in the series"],
        breaks.map((reading) => [...where(reading), valueOf(reading)]),
      ),
      ...table(
        [...heads, "Added", "Change from the period before"],
        added.map(({ reading, change }) => [...where(reading), valueOf(reading), percent(change)]),
      ),
    ],
  };
}
