import { descending, extent, groups, maxIndex } from "d3-array";
import type { Reading } from "../producer.js";
import type { TableChanges } from "./compare-snapshots.js";

/** Numbers of one series and place that were removed together. */
export interface RemovedRun {
  /** One of them, for its series, place and edition. */
  of: Reading;
  first: string;
  last: string;
  count: number;
  largest: Reading;
}

/** What was removed from a table, by series, place and edition: the longest run first, of alike ones that of the largest number. */
export function removedRuns({ removed }: Pick<TableChanges, "removed">): RemovedRun[] {
  const runs = groups(removed, ({ series, place, origin, edition }) =>
    JSON.stringify([series, place, origin, edition]),
  ).map(([, all]): RemovedRun => {
    const [first = "", last = ""] = extent(all, ({ period }) => period);
    const largest =
      all[
        Math.max(
          0,
          maxIndex(all, ({ value }) => value ?? -Infinity),
        )
      ]!;
    return { of: all[0]!, first, last, count: all.length, largest };
  });
  return runs.sort(
    (a, b) => descending(a.count, b.count) || descending(a.largest.value ?? 0, b.largest.value ?? 0),
  );
}
