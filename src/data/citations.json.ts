import { citationsFile } from "../../loaders/citations-file.js";
import { readEvidence } from "../../loaders/evidence.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => citationsFile(readEvidence()));
