import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { identifier, type Database } from "./database.js";

/**
 * Writes a table of the database as Parquet (zstd). The same table gives the same bytes.
 * @param tableName as in the package; quoted here, so any name is safe
 * @throws Error with DuckDB's words if there is no such table
 */
export async function toParquet(tableName: string, db: Database): Promise<Uint8Array> {
  const file = join(db.scratchFolder, "table.parquet");
  await db.copy(
    `copy (from ${identifier(tableName)}) to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`,
  );
  try {
    return await readFile(file);
  } finally {
    await rm(file);
  }
}
