import { evidenceFault, type EvidenceFault } from "../evidence-fault.js";
import { writeNearest } from "../pages/nearest.js";
import type { Table } from "../read-table.js";
import { producers } from "./producers.js";

/** Checks that each row of the table `corrections` names a source that is refreshed, and no two rows one number. */
export function checkCorrections(table: Table): EvidenceFault[] {
  return [...withoutSource(table), ...ofOneNumber(table)];
}

function withoutSource({ name, rows, lines }: Table): EvidenceFault[] {
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

/** The second of two corrections of one number: neither of them would find it as the other leaves it. */
function ofOneNumber({ name, rows, lines }: Table): EvidenceFault[] {
  const first = new Map<string, number>();
  return rows.flatMap((row, at) => {
    const key = JSON.stringify(
      ["source", "series", "place", "origin", "period", "edition"].map((field) => row[field] ?? ""),
    );
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, at);
      return [];
    }
    return evidenceFault(
      { table: name, row: lines[at]!, field: "correction_id", value: String(row["correction_id"]) },
      `corrects the number that row ${lines[before]!} corrects`,
      "keep one of the two",
    );
  });
}
