import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeOutput } from "../../loaders/write-output.js";

// Verbatim: bundled again it would become a module, and a module cannot be imported by the worker that starts it.
const worker = fileURLToPath(import.meta.resolve("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"));
await writeOutput(() => readFileSync(worker));
