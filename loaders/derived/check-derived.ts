import { join } from "node:path";
import { evidenceFault, type EvidenceFault } from "../evidence-fault.js";
import { SnapshotFolder } from "../upstream/snapshot-folder.js";
import { readDerivedLock } from "./derived-lock.js";
import { derivedTables } from "./derived-tables.js";
import { stateOf } from "./made-of.js";

/**
 * Checks that each derived table is what its inputs give. A folder without snapshots and without the lock of derived tables
 * has nothing to compare with, and is taken as it is.
 * @param folder of the evidence
 * @param described names of the tables that the package describes
 */
export function checkDerived(folder: string, described: ReadonlySet<string>): EvidenceFault[] {
  try {
    const before = readDerivedLock(folder);
    const lock = new SnapshotFolder(join(folder, "snapshots")).lock();
    if (before === null)
      return Object.keys(lock.snapshots).length === 0
        ? []
        : [evidenceFault({ table: "snapshots" }, "have no derived.lock.json", "run npm run derive")];
    return derivedTables.flatMap((table) => {
      if (!described.has(table.name)) return [];
      const state = stateOf(table, folder, lock, before);
      // A file that is not there is told as any other's.
      if (state === "fresh" || state === "missing") return [];
      const rule =
        state === "edited"
          ? "is worked out from others and was changed by hand"
          : `is older than what it is worked out from: ${table.inputs.join(", ")}`;
      return evidenceFault({ table: table.name }, rule, "run npm run derive");
    });
  } catch (error) {
    return [
      evidenceFault({ table: "snapshots" }, (error as Error).message, "then run npm run check -- data again"),
    ];
  }
}
