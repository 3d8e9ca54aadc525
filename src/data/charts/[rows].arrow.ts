import { parseArgs } from "node:util";
import { openTables } from "../../../loaders/database.js";
import { rowsOfCharts } from "../../../loaders/reports/chart-rows.js";
import { dataVersion } from "../../../loaders/version.js";
import { writeOutput } from "../../../loaders/write-output.js";

await writeOutput(async () => {
  const { rows = "" } = parseArgs({ options: { rows: { type: "string" } } }).values;
  const database = await openTables();
  try {
    const file = (await rowsOfCharts(database, dataVersion(), rows)).get(`${rows}.arrow`);
    if (!file) throw new Error(`no page has a chart with the rows "${rows}"`);
    return file;
  } finally {
    await database.close();
  }
});
