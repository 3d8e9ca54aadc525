import { descending } from "d3-array";
import { isLarge, isUnusual, type TableChanges } from "./compare-snapshots.js";
import {
  percentChange,
  producerNote,
  readingValue,
  reviewTable,
  where,
  type ReviewPart,
  type ReviewTable,
} from "./review-part.js";

/** Tables in which something changed. */
export const changedTables = (tables: readonly TableChanges[]): TableChanges[] =>
  tables.filter(({ added, removed, revised }) => added.length + removed.length + revised.length > 0);

/** New numbers that are unusual, and large moves of revised ones, over all tables. */
export const firstToSee = (tables: readonly TableChanges[]) => ({
  unusual: tables
    .flatMap((table) => table.added.filter(isUnusual).map((grown) => ({ table, ...grown })))
    .sort((a, b) => descending(a.score, b.score)),
  large: tables
    .flatMap((table) => table.revised.filter(isLarge).map((revised) => ({ table, ...revised })))
    .sort((a, b) => descending(a.weight, b.weight)),
});

/** The same as tables, the largest first. */
export function firstTables(tables: readonly TableChanges[]): ReviewTable[] {
  const { unusual, large } = firstToSee(tables);
  const heads = ["Table", "Series", "Place", "Period"];
  return [
    ...reviewTable(
      [...heads, "Revised from", "To", "Change", "What the producer says"],
      large.map(({ table, before, after, change }) => [
        table.source,
        ...where(after),
        readingValue(before),
        readingValue(after),
        percentChange(change),
        producerNote(table, after),
      ]),
    ),
    ...reviewTable(
      [...heads, "The period before", "New", "Change", "What the producer says"],
      unusual.map(({ table, reading, previous, change }) => [
        table.source,
        ...where(reading),
        previous ? readingValue(previous) : "",
        readingValue(reading),
        percentChange(change),
        producerNote(table, reading),
      ]),
    ),
  ];
}

/** A table by itself; what stands among the first to see is counted here, and not listed again. */
export function partOfTable(table: TableChanges): ReviewPart {
  const { source, unit, rows, added, removed, revised, newFlags, breaks, page, updated } = table;
  const large = revised.filter(isLarge).length;
  const unusual = added.filter(isUnusual).length;
  const above = [
    ...(large ? [`${large} of the revised`] : []),
    ...(unusual ? [`${unusual} of the added`] : []),
  ].join(" and ");
  const heads = ["Series", "Place", "Period"];
  return {
    title: source,
    paragraphs: [
      `${rows[0]} numbers before, ${rows[1]} now, in ${unit}: ${added.length} added, ${removed.length} removed, ${revised.length} revised (${shareWords(removed.length, rows[0])} of the earlier numbers gone, ${shareWords(revised.length, rows[0])} revised).`,
      ...(page ? [`Page of the producer: ${page}${updated ? `, updated ${updated}` : ""}.`] : []),
      ...(above ? [`Listed at the top: ${above}.`] : []),
      ...(newFlags.length ? [`Flags that are new in this table: ${newFlags.join(", ")}.`] : []),
    ],
    tables: [
      ...reviewTable(
        [...heads, "Revised from", "To", "Change"],
        revised
          .filter((one) => !isLarge(one))
          .map(({ before, after, change }) => [
            ...where(after),
            readingValue(before),
            readingValue(after),
            percentChange(change),
          ]),
      ),
      ...reviewTable(
        [...heads, "Removed"],
        removed.map((reading) => [...where(reading), readingValue(reading)]),
      ),
      ...reviewTable(
        [...heads, "Break in the series"],
        breaks.map((reading) => [...where(reading), readingValue(reading)]),
      ),
      ...reviewTable(
        [...heads, "Added", "Change from the period before"],
        added
          .filter((one) => !isUnusual(one))
          .map(({ reading, change }) => [...where(reading), readingValue(reading), percentChange(change)]),
      ),
    ],
  };
}

const shareWords = (some: number, all: number) =>
  all === 0 ? "0 %" : `${((some / all) * 100).toFixed(1)} %`;
