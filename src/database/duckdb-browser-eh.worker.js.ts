import { databaseWorker } from "../../loaders/library-files.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(databaseWorker);
