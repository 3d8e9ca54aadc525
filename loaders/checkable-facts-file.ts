import { gatherFacts } from "../src/paste-check/gather-facts.js";
import type { Table } from "./read-table.js";

/** `/data/checkable-facts.json`: every figure that a pasted text is checked against. */
export function checkableFactsFile(evidence: ReadonlyMap<string, Table>): string {
  return JSON.stringify(gatherFacts((table) => evidence.get(table)?.rows ?? []));
}
