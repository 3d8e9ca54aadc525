import { checkableFactsFile } from "../../loaders/checkable-facts-file.js";
import { readEvidence } from "../../loaders/evidence.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => checkableFactsFile(readEvidence()));
