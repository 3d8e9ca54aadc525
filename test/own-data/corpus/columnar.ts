import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromArrays, tableToIPC } from "@uwdata/flechette";
import { utf8, type Makers } from "./bytes.js";

let made = 0;

/** The rows of a query as a Parquet file, as DuckDB writes it. */
async function parquet(query: string, options = ""): Promise<Uint8Array> {
  const path = join(tmpdir(), `arrivals-corpus-${process.pid}-${made++}.parquet`);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    await connection.run(`copy (${query}) to '${path}' (format parquet${options})`);
    return new Uint8Array(readFileSync(path));
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(path, { force: true });
  }
}

const plain =
  "select * from (values ('Lisbon', 1, 1.5::decimal(10,2)), ('Porto', null, 12.25)) t(city, n, share)";
const nested = "select 'Lisbon' as city, {'a': 1, 'b': 'x'} as part, [1, 2] as list, map {'k': 2.5} as named";
const days = "select date '2024-01-01' as day, timestamp '2024-01-01 10:30:00' as at, time '10:30' as hour";
const long =
  "select 9007199254740993::bigint as id, 170141183460469231731687303715884105727::hugeint as huge";

function arrow(format: "file" | "stream"): Uint8Array {
  const table = tableFromArrays({
    city: ["Lisbon", "Porto", null],
    id: [12345678901234567n, 2n, null],
    day: [new Date(Date.UTC(2024, 0, 1)), new Date(Date.UTC(2024, 0, 2, 10, 30)), null],
    share: [0.1, 1e21, Number.NaN],
  });
  return tableToIPC(table, { format })!;
}

/** Files that know their columns. */
export const columnar: Makers = {
  parquet: () => parquet(plain),
  "parquet with nested columns": () => parquet(nested),
  "parquet of days": () => parquet(days),
  "parquet of long numbers": () => parquet(long),
  "parquet without rows": () => parquet(`${plain} limit 0`),
  "parquet by zstd": () => parquet(plain, ", compression zstd"),
  "parquet of bytes": () => parquet("select 'a'::blob as raw, true as yes, '{\"a\":1}'::json as told"),
  "parquet cut off": async () => (await parquet(plain)).slice(0, 200),
  "parquet of a mark alone": () => utf8("PAR1PAR1"),
  "arrow file": () => arrow("file"),
  "arrow stream": () => arrow("stream"),
  "arrow stream cut off": () => arrow("stream").slice(0, -120),
  "arrow file cut off": () => arrow("file").slice(0, 300),
};
