import { toArrowFile } from "../../loaders/arrow.js";
import { requestedTable } from "../../loaders/requested-table.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => toArrowFile(requestedTable(), dataVersion()));
