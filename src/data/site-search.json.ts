import { readEvidence } from "../../loaders/evidence.js";
import { siteSearchFile } from "../../loaders/site-search/search-file.js";
import { dataVersion } from "../../loaders/version.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => siteSearchFile(readEvidence(), dataVersion()));
