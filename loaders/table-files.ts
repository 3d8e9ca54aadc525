import { zipSync } from "fflate";
import { toCsv } from "./csv.js";
import { openTables, type Database } from "./database.js";
import { readEvidence } from "./evidence.js";
import { dataFolder } from "./package.js";
import { toParquet } from "./parquet.js";
import type { Table } from "./read-table.js";

/**
 * Every table as `<table>.csv` and `<table>.parquet`, in a ZIP archive from which Framework takes `/data/<table>.csv`
 * and the like: one loader, because a process for each file would be most of a build. The same evidence gives the same
 * bytes.
 * @param folder absolute path; default `dataFolder`
 * @throws EvidenceError if the evidence is wrong
 */
export async function tableFiles(folder: string = dataFolder): Promise<Uint8Array> {
  const tables = readEvidence(folder);
  const database = await openTables(tables);
  try {
    const files = await tablesToTakeAway(tables, database);
    // Not compressed: it is taken apart at once. A fixed time, of the local clock as ZIP has it.
    return zipSync(Object.fromEntries(files), { level: 0, mtime: new Date(1980, 0, 1) });
  } finally {
    await database.close();
  }
}

/** Every table as `<table>.csv` and `<table>.parquet`, by name of the file. */
export async function tablesToTakeAway(
  tables: ReadonlyMap<string, Table>,
  database: Database,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, table] of tables) {
    files.set(`${name}.csv`, new TextEncoder().encode(toCsv(table)));
    files.set(`${name}.parquet`, await toParquet(name, database));
  }
  return files;
}
