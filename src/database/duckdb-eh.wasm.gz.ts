import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { writeOutput } from "../../loaders/write-output.js";

// Compressed once, here: many static hosts do not compress WebAssembly and some refuse files over 25 MB. It is 34 MB
// raw, under 8 MB like this, and its size can be shown while it comes.
const wasm = fileURLToPath(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
await writeOutput(() => gzipSync(readFileSync(wasm), { level: 9 }));
