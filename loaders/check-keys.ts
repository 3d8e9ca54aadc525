import { closest } from "../src/model/closest.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Cell, Row, Table } from "./read-table.js";

/**
 * Checks that no part of the primary key is empty and that no two rows share one, nor keys that look the same to a
 * reader: alike but for capitals and kinds of space.
 */
export function checkPrimaryKey({ name, resource, rows, lines }: Table): EvidenceFault[] {
  const { primaryKey, fields } = resource.schema;
  if (!primaryKey) return [];
  // A required field says so itself where it is empty.
  const silent = new Set(fields.filter((field) => field.constraints?.required).map((field) => field.name));
  const problems: EvidenceFault[] = [];
  const firstLine = new Map<string, { line: number; key: string }>();
  rows.forEach((row, index) => {
    const line = lines[index]!;
    const empty = primaryKey.filter((field) => (row[field] ?? null) === null);
    for (const field of empty) {
      if (silent.has(field)) continue;
      const rule = "is part of the table's key and must not be empty";
      problems.push(evidenceFault({ table: name, row: line, field }, rule, "fill it in"));
    }
    if (empty.length > 0) return;
    const key = keyOf(row, primaryKey);
    const likeness = key.replace(/\p{Zs}+/gu, " ").toLowerCase();
    const first = firstLine.get(likeness);
    if (first === undefined) return firstLine.set(likeness, { line, key });
    problems.push(
      evidenceFault(
        {
          table: name,
          row: line,
          field: primaryKey.join(" + "),
          value: primaryKey.map((field) => row[field]).join("/"),
        },
        key === first.key
          ? `must be unique, and row ${first.line} has the same`
          : `must be unique, and row ${first.line} has the same but for capitals or spaces`,
        "remove one of the two rows, or mend its key",
      ),
    );
  });
  return problems;
}

/** Most wrong values of a key that a guess is made for: each is compared with every row of the other table. */
export const mostGuesses = 100;

/**
 * Checks that each reference finds its row. A reference with an empty part refers to nothing.
 * @param tables those that are complete; references into other tables cannot be judged and are passed over
 */
export function checkForeignKeys(table: Table, tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  return (table.resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const target = tables.get(reference.resource ?? table.name);
    if (!target) return [];
    const there = thoseThere(target, reference.fields);
    const known = new Set(target.rows.map((row) => keyOf(row, reference.fields)));
    const guessed = new Map<string, string | null>();
    const guess = (value: string) => {
      if (guessed.size < mostGuesses && !guessed.has(value))
        guessed.set(
          value,
          closest(
            value,
            target.rows.map((other) => reference.fields.map((field) => other[field]).join("/")),
          ),
        );
      return guessed.get(value) ?? null;
    };
    return table.rows.flatMap((row, index) => {
      if (fields.some((field) => (row[field] ?? null) === null) || known.has(keyOf(row, fields))) return [];
      const value = fields.map((field) => row[field]).join("/");
      const near = guess(value);
      return evidenceFault(
        { table: table.name, row: table.lines[index]!, field: fields.join(" + "), value },
        `must be a ${reference.fields.join(" + ")} of ${target.name}`,
        near ? `write ${near}` : `mend it, or add the row to ${target.resource.path}${there}`,
      );
    });
  });
}

/** So many keys of a table are listed; of a longer table they would hide what is wrong. */
const mostListed = 33;

/** "; those there are a, b and c" */
function thoseThere({ rows }: Table, fields: readonly string[]): string {
  if (rows.length === 0 || rows.length > mostListed || fields.length > 1) return "";
  return `; there ${rows.length === 1 ? "is" : "are"} ${rows.map((row) => row[fields[0]!]).join(", ")}`;
}

/** The values as one text that no other values give. */
function keyOf(row: Row, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field): Cell => row[field] ?? null));
}
