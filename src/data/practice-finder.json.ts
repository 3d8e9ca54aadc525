import { readEvidence } from "../../loaders/evidence.js";
import { practiceFinderFile } from "../../loaders/practice-finder-file.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => practiceFinderFile(readEvidence(), dataVersion()));
