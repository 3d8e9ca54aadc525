import { checkAssertions } from "../../assertions.js";
import { checkEvidence } from "../../check.js";
import type { FieldType } from "../../package.js";
import type { Row, Table } from "../../read-table.js";

/** Evidence of any day, as far as today's code can read it. */
export interface EvidenceAt {
  /** Tables that a database can hold, by name. */
  tables: Map<string, Table>;
  /** How many of today's rules it breaks. */
  problems: number;
}

/**
 * Everything that figures, claims and scenarios read of a data folder; two folders with the same tables show the same.
 * Nothing is thrown for evidence that breaks rules: those of its day may have been others.
 */
export function evidenceAt(folder: string): EvidenceAt {
  const { tables, unsound, problems } = checkEvidence(folder);
  const typed = new Map([...tables].filter(([, table]) => isTyped(table)));
  return { tables: typed, problems: problems.length + checkAssertions(tables, unsound).length };
}

/** True where two evidences have the same tables with the same columns and rows. */
export function isSameEvidence(a: EvidenceAt["tables"], b: EvidenceAt["tables"]): boolean {
  const text = (tables: EvidenceAt["tables"]) =>
    JSON.stringify(
      [...tables.values()].map(({ name, resource, rows }) => [name, resource.schema.fields, rows]),
    );
  return text(a) === text(b);
}

const types: Record<FieldType, string> = {
  string: "string",
  integer: "number",
  year: "number",
  number: "number",
  boolean: "boolean",
};

/** A cell that could not be read keeps its text, which no column of numbers takes. */
function isTyped({ resource, rows }: Table): boolean {
  const isRight = (row: Row) =>
    resource.schema.fields.every(({ name, type }) => {
      const value = row[name] ?? null;
      return value === null || typeof value === types[type];
    });
  return rows.every(isRight);
}
