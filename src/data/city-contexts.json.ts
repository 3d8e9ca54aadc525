import { cityContextsFile } from "../../loaders/city-contexts-file.js";
import { readEvidence } from "../../loaders/evidence.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => cityContextsFile(readEvidence()));
