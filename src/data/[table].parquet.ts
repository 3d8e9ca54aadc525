import { openDatabase } from "../../loaders/database.js";
import { toParquet } from "../../loaders/parquet.js";
import { requestedTable } from "../../loaders/requested-table.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(async () => {
  const table = requestedTable();
  const db = await openDatabase(new Map([[table.name, table]]));
  return toParquet(table.name, db).finally(db.close);
});
