import { checkAssertions } from "../../../loaders/assertions.js";
import { checkIds } from "../../../loaders/check-ids.js";
import { checkOrder } from "../../../loaders/check-order.js";
import { formatFault } from "../../../loaders/evidence-fault.js";
import type { Row, Table } from "../../../loaders/read-table.js";
import { evidence } from "./real-evidence.js";

/** An edit of the rows of a table, which are copies. */
export type Edit = (rows: Row[]) => Row[] | void;

/** This project's evidence with other rows in some tables; rows keep their order and are numbered anew. */
export function changedEvidence(edits: Record<string, Edit>): Map<string, Table> {
  const tables = new Map(evidence);
  for (const [name, edit] of Object.entries(edits)) {
    const table = evidence.get(name)!;
    const copy = table.rows.map((row) => ({ ...row }));
    const rows = edit(copy) ?? copy;
    tables.set(name, { ...table, rows, lines: rows.map((_, index) => index + 2) });
  }
  return tables;
}

/** What is wrong with this project's evidence after an edit, each problem as the line a person reads. */
export function problemsAfter(edits: Record<string, Edit>): string[] {
  const tables = changedEvidence(edits);
  const ofRows = Object.keys(edits).flatMap((name) => [
    ...checkOrder(tables.get(name)!),
    ...checkIds(tables.get(name)!),
  ]);
  return [...ofRows, ...checkAssertions(tables)].map(formatFault);
}

/** An edit of the row whose first column holds the value. */
export const row =
  (column: string, value: Row[string], change: Row): Edit =>
  (rows) => {
    const found = rows.find((candidate) => candidate[column] === value);
    if (!found) throw new Error(`The evidence has no row whose ${column} is ${String(value)}.`);
    Object.assign(found, change);
  };
