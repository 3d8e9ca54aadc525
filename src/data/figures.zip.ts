import { figureFiles } from "../../loaders/figure-files.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(figureFiles);
