import { evidenceFault, type EvidenceFault } from "../evidence-fault.js";
import { writeNearest } from "../pages/nearest.js";
import type { Table } from "../read-table.js";
import { producers } from "./producers.js";

/** Checks that each row of the table `corrections` names a source that is refreshed. */
export function checkCorrections({ name, rows, lines }: Table): EvidenceFault[] {
  const sources = producers.flatMap(({ id, datasets }) => datasets.map((one) => `${id}/${one.id}`));
  return rows.flatMap(({ source }, at) =>
    // One that is missing is told as any field that must be given.
    source == null || sources.includes(String(source))
      ? []
      : evidenceFault(
          { table: name, row: lines[at]!, field: "source", value: String(source) },
          "must be a source that npm run refresh knows",
          writeNearest(String(source), sources, "sources"),
        ),
  );
}
