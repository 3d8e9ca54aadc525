import { EvidenceError, evidenceFault, type EvidenceFault } from "../evidence-fault.js";
import { dataFolder, readPackage } from "../package.js";
import { writeNearest } from "../pages/nearest.js";
import { readTable } from "../read-table.js";
import type { Producer } from "./producer.js";

/**
 * What the evidence lacks of producers' declarations: the row of each in `sources`, and of each measure in `indicators`.
 * Without them snapshots could be written, and no table that passes its checks be made of them.
 * @param folder of the evidence
 * @throws EvidenceError that names every missing row
 */
export function refuseUndocumented(producers: readonly Producer[], folder: string = dataFolder): void {
  const [sources, indicators] = [idsIn(folder, "sources"), idsIn(folder, "indicators")];
  const problems = producers.flatMap(({ id, sourceId, datasets }): EvidenceFault[] => {
    const measured = datasets.flatMap(({ measures = [] }) => measures.map(({ indicatorId }) => indicatorId));
    const unknown = [...new Set(measured)].filter((one) => indicators && !indicators.includes(one));
    return [
      ...(sources && !sources.includes(sourceId)
        ? [
            evidenceFault(
              { table: "sources", field: "source_id", value: sourceId },
              `has no row, and loaders/upstream names it as the document of the producer ${id}`,
              "add the row to data/sources.csv; nothing was asked or written",
            ),
          ]
        : []),
      ...unknown.map((one) =>
        evidenceFault(
          { table: "indicators", field: "indicator_id", value: one },
          `has no row, and loaders/upstream names it as a measure of the producer ${id}`,
          `add the row to data/indicators.csv, or ${writeNearest(one, indicators ?? [], "indicators")}; nothing was asked or written`,
        ),
      ),
    ];
  });
  if (problems.length > 0) throw new EvidenceError(problems);
}

/** Keys of a table of the evidence; null where the evidence has no such table that can be read. */
function idsIn(folder: string, name: string): string[] | null {
  const described = readPackage(folder).resources.find((one) => one.name === name);
  const table = described && readTable(folder, described).table;
  const key = described?.schema.primaryKey?.[0];
  return table && key ? table.rows.map((row) => String(row[key])) : null;
}
