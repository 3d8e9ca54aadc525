import { parseArgs } from "node:util";
import { readEvidence } from "./evidence.js";
import { readPackage, resource } from "./package.js";
import type { Table } from "./read-table.js";

/**
 * The table that a routed loader is asked for with `--table=<name>`. The whole evidence is checked first: a table
 * may be well formed and still refer to rows that another one lacks.
 * @throws EvidenceError if the evidence is wrong; Error if no table or an unknown one is named
 */
export function requestedTable(): Table {
  const { values } = parseArgs({ options: { table: { type: "string" } } });
  const { name } = resource(readPackage(), values.table ?? "");
  return readEvidence().get(name)!;
}
