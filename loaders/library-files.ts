import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const pathOf = (module: string) => fileURLToPath(import.meta.resolve(module));

/**
 * WebAssembly, compressed once, here: many static hosts do not compress it, and some refuse files over 25 MB.
 * Its size can be shown while it comes.
 */
const compressed = async (module: string): Promise<Uint8Array> =>
  promisify(gzip)(await readFile(pathOf(module)), { level: 9 });

/** The database: 34 MB raw, under 8 MB like this. */
export const databaseWasm = (): Promise<Uint8Array> => compressed("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");

/** The solver: 3.5 MB raw, a third of that like this. */
export const solverWasm = (): Promise<Uint8Array> => compressed("highs/runtime");

/** Verbatim: bundled again it would become a module, and a module cannot be imported by the worker that starts it. */
export const databaseWorker = (): Promise<Uint8Array> =>
  readFile(pathOf("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js"));

/** The land that maps stand on. */
export const land = (): Promise<Uint8Array> =>
  readFile(createRequire(import.meta.url).resolve("world-atlas/land-110m.json"));
