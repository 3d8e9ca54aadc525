import { bundleLibrary } from "../../loaders/bundle-library.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => bundleLibrary("src/components/write-workbook.ts"));
