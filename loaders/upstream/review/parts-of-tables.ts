import { dayWords } from "../../../src/components/day-words.js";
import { isHeldBack, isLarge, isUnusual, type TableChanges } from "./compare-snapshots.js";
import { listedAbove } from "./parts-of-first.js";
import {
  counted,
  percentChange,
  plainNumber,
  readingValue,
  reviewTable,
  where,
  type ReviewPart,
} from "./review-part.js";

/** Tables in which something changed. */
export const changedTables = (tables: readonly TableChanges[]): TableChanges[] =>
  tables.filter(({ added, removed, revised }) => added.length + removed.length + revised.length > 0);

/** A table by itself; what stands among the first to see is counted here, and not listed again. */
export function partOfTable(table: TableChanges): ReviewPart {
  const { source, unit, rows, added, removed, revised, newFlags, breaks, page, updated } = table;
  const byProducer = revised.filter(({ isCorrection }) => !isCorrection);
  const corrected = revised.length - byProducer.length;
  const above = listedAbove(table);
  const heads = ["Series", "Place", "Period"];
  const placed = (reading: Parameters<typeof where>[1]) => where(source, reading);
  return {
    title: source,
    paragraphs: [
      `${counted(rows[0], "number")} before, ${plainNumber(rows[1])} now, in ${unit}: ${plainNumber(added.length)} added, ${plainNumber(removed.length)} removed, ${plainNumber(byProducer.length)} revised (${shareWords(removed.length, rows[0])} of the earlier numbers gone, ${shareWords(byProducer.length, rows[0])} revised).`,
      ...(corrected
        ? [
            `${counted(corrected, "number")} changed by a correction of data/corrections.csv, not by the producer.`,
          ]
        : []),
      ...(page
        ? [
            [
              "Page of the producer: ",
              { words: page, href: page },
              updated ? `, updated ${dayWords(updated)}.` : ".",
            ],
          ]
        : []),
      ...(above ? [above] : []),
      ...(newFlags.length ? [`Flags that are new in this table: ${newFlags.join(", ")}.`] : []),
    ],
    tables: [
      ...reviewTable(
        [...heads, "Revised from", "To", "Change"],
        byProducer
          .filter((one) => !isLarge(one) && !isHeldBack(one))
          .map(({ before, after, change }) => [
            ...placed(after),
            readingValue(before),
            readingValue(after),
            percentChange(change),
          ]),
      ),
      ...reviewTable(
        [...heads, "Break in the series"],
        breaks.map((reading) => [...placed(reading), readingValue(reading)]),
      ),
      ...reviewTable(
        [...heads, "Added", "Change from the period before"],
        added
          .filter((one) => !isUnusual(one))
          .map(({ reading, change }) => [...placed(reading), readingValue(reading), percentChange(change)]),
      ),
    ],
  };
}

const shareWords = (some: number, all: number) =>
  all === 0 ? "0 %" : `${((some / all) * 100).toFixed(1)} %`;
