import { solverWasm } from "../../loaders/library-files.js";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(solverWasm);
