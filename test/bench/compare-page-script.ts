import * as duckdb from "@duckdb/duckdb-wasm";
import { noMarks } from "../../src/components/marks.js";
import { coverage } from "../../src/figures/coverage.js";
import type { Row } from "../../src/components/figure.js";

/**
 * The page's script, as a page of Framework with an SQL cell and a chart runs it: DuckDB's parts are fetched, tables
 * are filled from Arrow files, the figure's query runs, and the figure's own drawing draws it with Plot.
 */
const address = (name: string) => new URL(name, location.href).href;
const bundle = await duckdb.selectBundle({
  mvp: { mainModule: address("duckdb-mvp.wasm"), mainWorker: address("duckdb-browser-mvp.worker.js") },
  eh: { mainModule: address("duckdb-eh.wasm"), mainWorker: address("duckdb-browser-eh.worker.js") },
});
const worker = await duckdb.createWorker(bundle.mainWorker!);
const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
await database.instantiate(bundle.mainModule);
await database.open({ query: { castTimestampToDate: true, castBigIntToDouble: true } });

await Promise.all(
  ["cities", "initiatives", "interviews"].map(async (name) => {
    const file = new Uint8Array(await (await fetch(address(`${name}.arrow`))).arrayBuffer());
    const connection = await database.connect();
    // After its 8 bytes of greeting, an IPC file is an IPC stream.
    await connection.insertArrowFromIPCStream(file.subarray(8), { name, schema: "main" });
    await connection.close();
  }),
);
const options = { ...coverage.options };
const connection = await database.connect();
const rows = (await connection.query(coverage.sql(options))).toArray().map((row) => row.toJSON() as Row);
const canvas = { document, width: 760, marks: noMarks, live: true };
document.querySelector(".picture")!.append(coverage.draw!(rows, canvas, options));
