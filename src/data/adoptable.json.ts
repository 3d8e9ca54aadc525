import { readEvidence } from "../../loaders/evidence.js";
import { registerFile } from "../../loaders/register-file.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => registerFile("adoptable", readEvidence(), dataVersion()));
