import { finderData, readRegister } from "../src/practices/finder-data.js";
import type { Table } from "./read-table.js";

/** What the practice finder needs beyond its page. */
export function practiceFinderFile(evidence: ReadonlyMap<string, Table>, version: string): string {
  return JSON.stringify(
    finderData(
      readRegister((table) => evidence.get(table)?.rows ?? []),
      version,
    ),
  );
}
