import * as duckdb from "@duckdb/duckdb-wasm/blocking";
import { createRequire } from "node:module";
import { readBatches, whole, type ReadBatches } from "../../../src/database/batches.js";

/** The very DuckDB of the browser, in Node and without a worker. */
export interface DuckDBInNode {
  /** Runs a statement without any check of ours; default limit none. @throws Error with DuckDB's words */
  run(sql: string, limit?: number): Promise<ReadBatches>;
  /** Has a statement read and bound. @throws Error with DuckDB's words */
  prepare(sql: string): Promise<void>;
}

/** Opens it with the settings of `Engine`. A file of an extension is not there, as in our worker. */
export async function openDuckDB(): Promise<DuckDBInNode> {
  const { resolve } = createRequire(import.meta.url);
  const bundle = (kind: string) => ({
    mainModule: resolve(`@duckdb/duckdb-wasm/dist/duckdb-${kind}.wasm`),
    mainWorker: "",
  });
  Object.assign(globalThis, { XMLHttpRequest: NoRequest });
  const database = await duckdb.createDuckDB(
    { mvp: bundle("mvp"), eh: bundle("eh") },
    new duckdb.VoidLogger(),
    runtime,
  );
  await database.instantiate(() => {});
  database.open({ arrowLosslessConversion: true });
  const connection = database.connect();
  for (const name of ["autoinstall_known_extensions", "autoload_known_extensions"])
    connection.query(`set ${name} = false`);
  return {
    run: async (sql, limit = Infinity) => readBatches(whole(connection.query(sql)), limit),
    prepare: (sql) => Promise.resolve().then(() => connection.prepare(sql).close()),
  };
}

/** As in a browser there are no folders: `export database` makes its own in Node as soon as it is read. */
const runtime = { ...duckdb.NODE_RUNTIME, createDirectory: () => {} };

class NoRequest {
  status = 0;
  open(): void {}
  setRequestHeader(): void {}
  send(): void {}
}
