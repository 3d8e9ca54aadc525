import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lock } from "../upstream/lock.js";
import { sha256 } from "../upstream/work-folder.js";
import { appliedCorrections, correctionsTable, declaredCorrections } from "./applied-corrections.js";
import { snapshotList, type DerivedTable } from "./derived-table.js";
import { derivedTables } from "./derived-tables.js";
import type { DerivedLock } from "./derived-lock.js";
import { snapshotRows } from "./snapshot-list.js";

/**
 * The hash of all that a derived table is made of: its inputs, those of derived inputs too, and its query. Two equal
 * hashes give the same table.
 * @param folder of the evidence
 */
export function madeOf({ name, inputs, sql }: DerivedTable, folder: string, lock: Lock): string {
  const parts = inputs.map((input) => [input, hashOf(input, folder, lock)]);
  return sha256(JSON.stringify([name, sql, parts]));
}

function hashOf(input: string, folder: string, lock: Lock): string {
  const derived = derivedTables.find(({ name }) => name === input);
  if (derived) return madeOf(derived, folder, lock);
  if (input === snapshotList) return sha256(JSON.stringify(snapshotRows(lock)));
  if (input.includes("/")) return lock.snapshots[input]?.sha256 ?? "none";
  // A correction that no snapshot holds changes nothing that is made of it.
  if (input === correctionsTable)
    return sha256(JSON.stringify(appliedCorrections(declaredCorrections(folder), lock)));
  const file = join(folder, `${input}.csv`);
  return existsSync(file) ? sha256(new Uint8Array(readFileSync(file))) : "none";
}

/** How a derived table's file stands to what it is made of. */
export type DerivedState = "fresh" | "stale" | "edited" | "missing";

/** Whether a table's file is what its inputs give. @param before lock of the derived tables */
export function stateOf(table: DerivedTable, folder: string, lock: Lock, before: DerivedLock): DerivedState {
  const file = join(folder, `${table.name}.csv`);
  if (!existsSync(file)) return "missing";
  const known = before[table.name];
  if (known?.made_of !== madeOf(table, folder, lock)) return "stale";
  return sha256(new Uint8Array(readFileSync(file))) === known.sha256 ? "fresh" : "edited";
}
