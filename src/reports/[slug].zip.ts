import { parseArgs } from "node:util";
import { reportFile } from "../../loaders/reports/one-file.js";
import { writeOutput } from "../../loaders/write-output.js";

const { slug = "" } = parseArgs({ options: { slug: { type: "string" } } }).values;
await writeOutput(() => reportFile(`reports/${slug}.zip`));
