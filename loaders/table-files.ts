import { zipSync, type Zippable } from "fflate";
import { toCsv } from "./csv.js";
import { openDatabase } from "./database.js";
import { readEvidence } from "./evidence.js";
import { dataFolder } from "./package.js";
import { toParquet } from "./parquet.js";

/**
 * Every table as `<table>.csv` and `<table>.parquet`, in a ZIP archive from which Framework takes `/data/<table>.csv`
 * and the like: one loader, because a process for each file would be most of a build. The same evidence gives the same
 * bytes.
 * @param folder absolute path; default `dataFolder`
 * @throws EvidenceError if the evidence is wrong
 */
export async function tableFiles(folder: string = dataFolder): Promise<Uint8Array> {
  const tables = readEvidence(folder);
  const database = await openDatabase(tables);
  const files: Zippable = {};
  try {
    for (const [name, table] of tables) {
      files[`${name}.csv`] = new TextEncoder().encode(toCsv(table));
      files[`${name}.parquet`] = await toParquet(name, database);
    }
  } finally {
    await database.close();
  }
  // Not compressed: it is taken apart at once. A fixed time, of the local clock as ZIP has it.
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
}
