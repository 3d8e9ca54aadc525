import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";
import { idColumns, reservedEverywhere, takenBeginnings, takenIds } from "./reserved-ids.js";

/** Most characters of an id: it becomes the name of a file or a place in a page. */
const longestId = 100;

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Checks the ids of a table, which become addresses and names of files: small letters, digits and hyphens whatever the
 * package says, none too long, and none that a page or a system has already.
 *
 * Ids are what `idColumns` names, and in other tables the primary key where it is one column called `<what>_id`; where
 * they are used as references, the keys hold them.
 */
export function checkIds({ name, resource, rows, lines }: Table): EvidenceFault[] {
  const column = idColumnOf(name, resource.schema.primaryKey);
  if (column === null) return [];
  const taken = new Set(Object.hasOwn(takenIds, column) ? takenIds[column] : []);
  const pattern = resource.schema.fields.find((field) => field.name === column)?.constraints?.pattern;
  return rows.flatMap((row, index) => {
    const id = row[column];
    if (typeof id !== "string") return [];
    const fault = (rule: string, mend: string) =>
      evidenceFault({ table: name, row: lines[index]!, field: column, value: id }, rule, mend);
    if (id.length > longestId) return fault(`must have at most ${longestId} characters`, "shorten it");
    // The package's own pattern says the same in most tables: once is enough.
    if (!kebab.test(id))
      return pattern === kebab.source
        ? []
        : fault(
            "must be small letters and digits, with single hyphens between them",
            "write it in that form",
          );
    if (reservedEverywhere.has(id))
      return fault("is a name that computers keep for themselves", "choose another id");
    if (taken.has(id) || takenBeginnings(column).some((beginning) => id.startsWith(beginning)))
      return fault("stands for something else on the site", "choose another id");
    return [];
  });
}

function idColumnOf(table: string, primaryKey: readonly string[] = []): string | null {
  if (Object.hasOwn(idColumns, table)) return idColumns[table]!;
  const [column, ...others] = primaryKey;
  return column?.endsWith("_id") && others.length === 0 ? column : null;
}

/** Checks that ids of two tables which stand on one page differ: documents and discrepancies. */
export function checkSharedIds(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const [sources, discrepancies] = [tables.get("sources"), tables.get("discrepancies")];
  if (!sources || !discrepancies) return [];
  const taken = new Set(sources.rows.map((row) => row["source_id"]));
  return discrepancies.rows.flatMap((row, index) =>
    taken.has(row["discrepancy_id"] ?? null)
      ? evidenceFault(
          {
            table: discrepancies.name,
            row: discrepancies.lines[index]!,
            field: "discrepancy_id",
            value: String(row["discrepancy_id"]),
          },
          "must not be the id of a document: both are places on one page",
          "choose another id",
        )
      : [],
  );
}
