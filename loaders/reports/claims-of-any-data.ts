import { openTables, type Database } from "../database.js";
import { isForModel } from "./for-model.js";
import type { Cell, Table } from "../read-table.js";

/** How many shuffled copies a claim is asked of. */
const shuffles = 3;

/**
 * The queries that are true of tables without rows and of shuffled copies of the evidence: they say nothing of the data.
 * Within a shuffled table the values of each column change places.
 */
export async function trueOfAnyData(
  evidence: ReadonlyMap<string, Table>,
  queries: readonly string[],
): Promise<Set<string>> {
  let suspects = queries.filter((query) => !isForModel(query));
  const copies = [
    emptied(evidence),
    ...Array.from({ length: shuffles }, (_, i) => shuffled(evidence, i + 1)),
  ];
  for (const copy of copies) {
    if (suspects.length === 0) break;
    const database = await openTables(copy);
    try {
      suspects = await trueIn(database, suspects);
    } finally {
      await database.close();
    }
  }
  return new Set(suspects);
}

async function trueIn(database: Database, queries: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const query of queries) {
    try {
      const { columns, rows } = await database.result(query);
      if (rows.length === 1 && columns.length === 1 && rows[0]![columns[0]!.name] === true) found.push(query);
    } catch {
      // What cannot be run of other data is not true of it.
      continue;
    }
  }
  return found;
}

function emptied(evidence: ReadonlyMap<string, Table>): Map<string, Table> {
  return new Map([...evidence].map(([name, table]) => [name, { ...table, rows: [] }]));
}

function shuffled(evidence: ReadonlyMap<string, Table>, seed: number): Map<string, Table> {
  let state = seed;
  // Park & Miller 1988: the same order on every machine, and good enough for a shuffle.
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return new Map(
    [...evidence].map(([name, table]) => {
      const rows = table.rows.map((row) => ({ ...row }));
      for (const { name: field } of table.resource.schema.fields) {
        const values = rows.map((row): Cell => row[field] ?? null);
        for (let i = values.length - 1; i > 0; i--) {
          const j = Math.floor(next() * (i + 1));
          [values[i], values[j]] = [values[j]!, values[i]!];
        }
        rows.forEach((row, i) => (row[field] = values[i]!));
      }
      return [name, { ...table, rows }];
    }),
  );
}
