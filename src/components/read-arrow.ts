import { tableFromIPC, type Table } from "@uwdata/flechette";
import type { Cell, Row } from "./figure.js";
import { DamagedFile } from "./damaged-file.js";
import { NotArrow, openArrow } from "./open-arrow.js";

/** What a file of rows has to say of itself, in the metadata of its schema, and what it has to hold. */
export interface Expected {
  /** "figure" or "table", and which. */
  holds: readonly [kind: "figure" | "table", id: string];
  /** Hash of the data package. */
  version: string;
  columns: readonly string[];
}

/**
 * The rows of an Arrow file that is what it has to be.
 * @param what the file's content as a sentence begins with it: "the figure's data"
 * @throws DamagedFile where it is empty or cut, another file, or made from other data
 */
export function readArrow(
  bytes: Uint8Array,
  what: string,
  { holds: [kind, id], version, columns }: Expected,
): Row[] {
  try {
    const table = openArrow(bytes);
    const { fields, metadata } = table.schema;
    const names = new Set(fields.map(({ name }) => name));
    if (metadata?.get(kind) !== id) throw new DamagedFile(what, "foreign");
    if (metadata.get("version") !== version) throw new DamagedFile(what, "version");
    if (columns.some((name) => !names.has(name))) throw new DamagedFile(what, "version");
    return rowsOf(table);
  } catch (error) {
    if (error instanceof DamagedFile) throw error;
    const foreign = error instanceof NotArrow && error.fault === "foreign";
    throw new DamagedFile(what, foreign ? "foreign" : "cut", { cause: error });
  }
}

/** Rows of an Arrow file or stream; a missing value is `null`. */
export function arrowRows(bytes: Uint8Array): Row[] {
  return rowsOf(tableFromIPC(bytes));
}

function rowsOf(table: Table): Row[] {
  const columns = table.schema.fields.map((field, i) => ({
    name: field.name,
    values: table.getChildAt(i).toArray() as ArrayLike<Cell>,
  }));
  return Array.from({ length: table.numRows }, (_, i) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[i] ?? null])),
  );
}
