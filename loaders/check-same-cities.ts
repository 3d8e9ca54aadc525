import { folded } from "../src/model/folded.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";

/** Checks that no city stands twice: two of one name in one country could not be told apart on any page. */
export function checkSameCities(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const cities = tables.get("cities");
  if (!cities) return [];
  const first = new Map<string, number>();
  return cities.rows.flatMap(({ name, country }, index) => {
    const line = cities.lines[index]!;
    const key = JSON.stringify([name, country].map((part) => folded(String(part))));
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, line);
      return [];
    }
    return evidenceFault(
      { table: cities.name, row: line, field: "name", value: String(name) },
      `must be told apart from the city of row ${before}, which has the same name in ${String(country)}`,
      "keep one of the two rows, or add the region to the name",
    );
  });
}
