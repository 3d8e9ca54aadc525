import { adoptableFile } from "../../loaders/adoptable-file.js";
import { readEvidence } from "../../loaders/evidence.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => adoptableFile(readEvidence(), dataVersion()));
