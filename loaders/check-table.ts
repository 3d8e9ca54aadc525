import { checkField } from "./check-field.js";
import { checkIds } from "./check-ids.js";
import { checkForeignKeys, checkPrimaryKey } from "./check-keys.js";
import { checkOrder } from "./check-order.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";

/**
 * Checks the rows of a table against its own description.
 * @param complete tables by name that were read without a row left out: keys into others cannot be judged
 */
export function checkTable(table: Table, complete: ReadonlyMap<string, Table>): EvidenceFault[] {
  return [
    table.resource.schema.fields.map((field) => checkField(table, field)),
    checkNotes(table),
    checkFlags(table),
    checkOrder(table),
    checkIds(table),
    checkPrimaryKey(table),
    checkForeignKeys(table, complete),
  ].flat(2);
}

/** A flag is a set of letters: one that stands twice was meant to be another. */
function checkFlags({ name, resource, rows, lines }: Table): EvidenceFault[] {
  if (!resource.schema.fields.some((field) => field.name === "flag")) return [];
  return rows.flatMap(({ flag }, index) => {
    const letters = [...String(flag ?? "")];
    const once = [...new Set(letters)];
    if (once.length === letters.length) return [];
    return evidenceFault(
      { table: name, row: lines[index]!, field: "flag", value: String(flag) },
      "must hold each letter once",
      `write ${once.join("")}, or the letter that was meant`,
    );
  });
}

/** A flag without a note tells a reader that something is wrong and not what. */
function checkNotes({ name, resource, rows, lines }: Table): EvidenceFault[] {
  const fields = resource.schema.fields.map((field) => field.name);
  if (!fields.includes("flag") || !fields.includes("note")) return [];
  return rows.flatMap(({ flag, note }, index) =>
    flag != null && note == null
      ? evidenceFault(
          { table: name, row: lines[index]!, field: "note" },
          `must be given where a row is flagged (flag ${flag})`,
          "say in the note what the flag refers to",
        )
      : [],
  );
}
