import { parseArgs } from "node:util";
import { reportFile } from "../../../loaders/reports/one-file.js";
import { writeOutput } from "../../../loaders/write-output.js";

const options = { slug: { type: "string" }, value: { type: "string" } } as const;
const { slug = "", value = "" } = parseArgs({ options }).values;
await writeOutput(() => reportFile(`reports/${slug}/${value}.json`));
