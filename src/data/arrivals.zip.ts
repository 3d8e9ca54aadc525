import { writeOutput } from "../../loaders/write-output.js";
import { toZip } from "../../loaders/zip.js";

await writeOutput(() => toZip());
