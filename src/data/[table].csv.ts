import { toCsv } from "../../loaders/csv.js";
import { requestedTable } from "../../loaders/requested-table.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => toCsv(requestedTable()));
