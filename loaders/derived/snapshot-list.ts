import type { Lock } from "../upstream/lock.js";
import { producers } from "../upstream/producers.js";
import type { Row } from "../read-table.js";

/**
 * The snapshots that there are, with what is declared of each: rows of the table `upstream_datasets`. A snapshot that no
 * producer declares any more is left out, and no table is made of it.
 */
export function snapshotRows(lock: Lock): Row[] {
  return producers.flatMap((producer) =>
    producer.datasets.flatMap((dataset): Row[] => {
      const source = `${producer.id}/${dataset.id}`;
      const entry = lock.snapshots[source];
      if (!entry) return [];
      return [
        {
          dataset: source,
          title: dataset.title,
          producer: producer.name,
          unit: dataset.unit,
          moment: dataset.moment,
          retrieved: entry.retrieved.slice(0, 10),
          made: entry.how ?? null,
          producer_date: entry.updated,
          next_due: producer.updates,
          readings: entry.rows,
          licence: entry.licence,
          citation: entry.citation,
          page: entry.page,
          source_id: producer.sourceId,
          locator: dataset.title,
        },
      ];
    }),
  );
}
