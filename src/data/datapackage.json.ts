import { publishedPackage } from "../../loaders/published-package.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => `${JSON.stringify(publishedPackage(), null, 2)}\n`);
