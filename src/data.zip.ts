import { tableFiles } from "../loaders/table-files.js";
import { writeOutput } from "../loaders/write-output.js";

await writeOutput(() => tableFiles());
