import { toCsv as rowsToCsv } from "../src/components/csv.js";
import type { Table } from "./read-table.js";

/** Writes a table as CSV, its columns in the order of the package: see `src/components/csv.ts`. */
export function toCsv({ resource, rows }: Table): string {
  return rowsToCsv(
    rows,
    resource.schema.fields.map((field) => field.name),
  );
}
