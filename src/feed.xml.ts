import { reportFile } from "../loaders/reports/one-file.js";
import { writeOutput } from "../loaders/write-output.js";

await writeOutput(() => reportFile("feed.xml"));
