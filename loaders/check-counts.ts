import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

/** What is wrong with the numbers of one row; null where nothing is, or where one of them is missing. */
type Rule = (row: Row) => { field: string; rule: string; mend: string } | null;

/** Rules of a table's counts, with the columns that each reads. */
interface CountRule {
  table: "initiatives" | "interviews";
  columns: readonly string[];
  of: Rule;
}

const number = (row: Row, column: string): number => Number(row[column] ?? NaN);

const rules: CountRule[] = [
  {
    table: "interviews",
    columns: ["contacted", "replied", "not_replied"],
    of(row) {
      const [contacted, replied, silent] = ["contacted", "replied", "not_replied"].map((name) =>
        number(row, name),
      );
      if (!(replied! + silent! !== contacted) || Number.isNaN(contacted! + replied! + silent!)) return null;
      return {
        field: "not_replied",
        rule: `must be contacted less replied, which is ${contacted! - replied!}: ${contacted} were contacted and ${replied} replied`,
        mend: "mend one of the three; where the document prints them so, record it in discrepancies",
      };
    },
  },
  {
    table: "interviews",
    columns: ["replied", "rejected", "interviewed"],
    of(row) {
      const [replied, rejected, interviewed] = ["replied", "rejected", "interviewed"].map((name) =>
        number(row, name),
      );
      if (!(rejected! + interviewed! > replied!)) return null;
      return {
        field: "interviewed",
        rule: `must be at most ${Math.max(0, replied! - rejected!)}: ${replied} replied, and ${rejected} of them rejected an interview`,
        mend: "mend one of the three; where the document prints them so, record it in discrepancies",
      };
    },
  },
  {
    table: "initiatives",
    columns: ["actors", "initiatives"],
    of(row) {
      if (row["actors"] !== 0 || !(number(row, "initiatives") > 0)) return null;
      return {
        field: "actors",
        rule: `must be more than 0 where there are initiatives, of which this row has ${String(row["initiatives"])}: somebody runs them`,
        mend: "write how many actors were counted; where the document prints them so, record it in discrepancies",
      };
    },
  },
];

/**
 * Checks that the counts of a row can stand together. What a document prints otherwise stands in `discrepancies`, and
 * passes.
 * @param tables by name; those that are not there, or have problems of their own, are passed over
 */
export function checkCounts(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const discrepancies = tables.get("discrepancies");
  if (!discrepancies) return [];
  const recorded = new Set(
    discrepancies.rows.map((row) => [row["table_name"], row["row_key"], row["column_name"]].join(" ")),
  );
  return rules.flatMap(({ table: name, columns, of }) => {
    const table = tables.get(name);
    if (!table) return [];
    const keys = table.resource.schema.primaryKey ?? [];
    return table.rows.flatMap((row, index) => {
      const broken = of(row);
      if (!broken) return [];
      const key = [keys]
        .flat()
        .map((column) => String(row[column]))
        .join("/");
      if (columns.some((column) => recorded.has(`${name} ${key} ${column}`))) return [];
      const { field, rule, mend } = broken;
      const place = { table: name, row: table.lines[index]!, field, value: String(row[field]) };
      return evidenceFault(place, rule, mend);
    });
  });
}
