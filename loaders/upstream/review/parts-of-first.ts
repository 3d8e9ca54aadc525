import { descending } from "d3-array";
import type { Reading } from "../producer.js";
import { isHeldBack, isLarge, isUnusual, unusual, type TableChanges } from "./compare-snapshots.js";
import { removedRuns } from "./removed-runs.js";
import {
  counted,
  percentChange,
  placeWords,
  plainNumber,
  producerNote,
  readingValue,
  reviewTableOf,
  type ReviewPart,
} from "./review-part.js";
import { seriesName } from "./series-name.js";

/** What a reviewer looks at first in the numbers themselves, over all tables, the largest first. */
export const firstToSee = (tables: readonly TableChanges[]) => ({
  unusual: tables
    .flatMap((table) => table.added.filter(isUnusual).map((grown) => ({ table, ...grown })))
    .sort((a, b) => descending(a.score, b.score)),
  large: tables
    .flatMap((table) => table.revised.filter(isLarge).map((revised) => ({ table, ...revised })))
    .sort((a, b) => descending(a.weight, b.weight)),
  heldBack: tables
    .flatMap((table) => table.revised.filter(isHeldBack).map((revised) => ({ table, ...revised })))
    .sort((a, b) => descending(a.before.value ?? 0, b.before.value ?? 0)),
  /** What each series lost of a place, the longest run first. */
  runs: tables
    .flatMap(({ removed, source }) => removedRuns({ removed }).map((run) => ({ source, ...run })))
    .sort((a, b) => descending(a.count, b.count)),
});
export type FirstToSee = ReturnType<typeof firstToSee>;

/** A part for each kind of those; none for a kind that has nothing. */
export function partsOfFirst(first: FirstToSee): ReviewPart[] {
  const parts = [revisedPart(first), unusualPart(first), removedPart(first), heldBackPart(first)];
  return parts.filter((part) => part.tables.length > 0);
}

const says = "What the producer says";
/** What a reader compares stands first, so that a narrow screen has it. */
const heads = (...compared: string[]) => ["Place", "Period", ...compared, "Series", "Table"];
const row = (source: string, of: Reading, ...compared: string[]) => [
  placeWords(of),
  of.period,
  ...compared,
  seriesName(source, of.series),
  source,
];

function revisedPart({ large }: FirstToSee): ReviewPart {
  return {
    id: "revised",
    title: "Revised numbers that moved by a tenth or more",
    paragraphs: ["Those come first that move most of their series."],
    tables: reviewTableOf(
      [...heads("Revised from", "To", "Change"), says],
      large.map(({ table, before, after, change }) => [
        ...row(table.source, after, readingValue(before), readingValue(after), percentChange(change)),
        producerNote(table, after),
      ]),
      (at) => large[at]!.table.source,
    ),
  };
}

function unusualPart({ unusual: found }: FirstToSee): ReviewPart {
  return {
    id: "unusual",
    title: "New numbers that are unusual for their series",
    paragraphs: [
      `A new number is listed where its change from the period before is a tenth at least, and lies ${unusual.score} times the usual spread from the usual change of its own series. The spread is the median absolute deviation.`,
    ],
    tables: reviewTableOf(
      [...heads("The period before", "New", "Change"), says],
      found.map(({ table, reading, previous, change }) => [
        ...row(
          table.source,
          reading,
          previous ? readingValue(previous) : "",
          readingValue(reading),
          percentChange(change),
        ),
        producerNote(table, reading),
      ]),
      (at) => found[at]!.table.source,
    ),
  };
}

function removedPart({ runs }: FirstToSee): ReviewPart {
  return {
    id: "removed",
    title: "Numbers that were removed",
    paragraphs: ["They were in the snapshot before, and the producer’s answer has no row of them now."],
    tables: reviewTableOf(
      ["Place", "Periods", "Removed", "The largest of them", "Series", "Table"],
      runs.map(({ source, of, first, last, count, largest }) => [
        placeWords(of),
        first === last ? first : `${first} to ${last}`,
        plainNumber(count),
        `${readingValue(largest)} in ${largest.period}`,
        seriesName(source, of.series),
        source,
      ]),
      (at) => runs[at]!.source,
    ),
  };
}

function heldBackPart({ heldBack: held }: FirstToSee): ReviewPart {
  return {
    id: "held-back",
    title: "Numbers that are held back now",
    paragraphs: [
      `The producer published ${held.length === 1 ? "it" : "them"} before, and gives no value now.`,
    ],
    tables: reviewTableOf(
      [...heads("Before", "Now"), says],
      held.map(({ table, before, after }) => [
        ...row(table.source, after, readingValue(before), readingValue(after)),
        producerNote(table, after),
      ]),
      (at) => held[at]!.table.source,
    ),
  };
}

/** How many of a table's changes stand in the parts above; "" for none. */
export function listedAbove({ added, removed, revised }: TableChanges): string {
  const large = revised.filter(isLarge).length;
  const held = revised.filter(isHeldBack).length;
  const leaps = added.filter(isUnusual).length;
  const told = [
    ...(large + held ? [`${counted(large + held, "revised number")}`] : []),
    ...(leaps ? [counted(leaps, "new number")] : []),
    ...(removed.length ? ["all that was removed"] : []),
  ];
  return told.length ? `Listed above: ${told.join(", ")}.` : "";
}
