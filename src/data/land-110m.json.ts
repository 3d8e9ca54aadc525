import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { writeOutput } from "../../loaders/write-output.js";

await writeOutput(() => readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-110m.json")));
