import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { writeOutput } from "../../loaders/write-output.js";

// Compressed once, here: many static hosts do not compress WebAssembly. It is 3.5 MB raw, a third of that like this.
await writeOutput(() =>
  gzipSync(readFileSync(fileURLToPath(import.meta.resolve("highs/runtime"))), { level: 9 }),
);
