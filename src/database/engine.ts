import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { Cell, Row } from "../figures/figure.js";
import { cellOf, columnType, type ArrowType, type ColumnType } from "./cells.js";
import { DatabaseUnavailable, QueryError, unavailable } from "./errors.js";

/** A query's rows. */
export interface QueryResult {
  columns: { name: string; type: ColumnType }[];
  rows: Row[];
  /** From the query's start in the database to the last row read, in milliseconds. */
  elapsedMs: number;
  /** True when there were more rows than the limit asked for. */
  truncated: boolean;
}

export interface QueryOptions {
  /** Stops the query; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Most rows read; default all. */
  limit?: number;
  /** Values for `?` in the query, in order. */
  parameters?: Cell[];
}

/**
 * Before DuckDB's own worker: it drops a WebAssembly module that cannot be compiled without a word, and whoever waits
 * for it waits for ever. Thrown again, the failure reaches the page as the worker's error.
 */
const tellFailures = `addEventListener("unhandledrejection", ({ reason }) => setTimeout(() => { throw reason; }));\n`;

/** How long a query may take to obey a stop before its worker is ended, in milliseconds. */
const patience = 1000;

/** DuckDB in a worker of its own, with one connection; queries run one after another. */
export class Engine {
  /** Rejects when the worker has stopped, never resolves. */
  readonly stopped: Promise<never>;
  #database!: AsyncDuckDB;
  #connection!: AsyncDuckDBConnection;
  #turn: Promise<unknown> = Promise.resolve();
  #stop!: (reason: DatabaseUnavailable) => void;
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.stopped = new Promise<never>((_resolve, reject) => (this.#stop = reject));
    this.stopped.catch(() => worker.terminate());
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.stop(unavailable(event.message || "the worker did not start"));
    });
  }

  /**
   * Starts the worker while DuckDB itself may still be on its way.
   * @param script DuckDB's worker
   * @throws DatabaseUnavailable, or what `wasm` rejects with
   */
  static async start(script: Uint8Array<ArrayBuffer>, wasm: Promise<Blob>): Promise<Engine> {
    // A worker from a network address would not be bound by the page's content-security-policy; one from a blob
    // inherits it, so that no SQL can reach another host.
    const workerAddress = URL.createObjectURL(new Blob([tellFailures, script], { type: "text/javascript" }));
    let wasmAddress = "";
    let engine: Engine | undefined;
    try {
      const duckdb = await import("@duckdb/duckdb-wasm");
      engine = new Engine(startWorker(workerAddress));
      engine.#database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), engine.#worker);
      await Promise.race([engine.#database.ping(), engine.stopped]).catch((error: unknown) => {
        throw new DatabaseUnavailable("worker", message((error as Error).cause ?? error), { cause: error });
      });
      wasmAddress = URL.createObjectURL(await engine.#or(wasm));
      await engine.#or(engine.#database.instantiate(wasmAddress, null));
      await engine.#or(engine.#database.open({ query: { queryPollingInterval: 50 } }));
      engine.#connection = await engine.#or(engine.#database.connect());
      await engine.query("set autoinstall_known_extensions = false");
      await engine.query("set autoload_known_extensions = false");
      return engine;
    } catch (error) {
      engine?.stop(unavailable(error));
      throw error;
    } finally {
      URL.revokeObjectURL(workerAddress);
      if (wasmAddress) URL.revokeObjectURL(wasmAddress);
    }
  }

  /**
   * Makes a table from an Arrow IPC file, whose bytes are handed over.
   * @param rows that it must hold; a damaged file may make no table, or half of one, without an error
   * @throws DatabaseUnavailable that names the file
   */
  async addTable(name: string, file: Uint8Array, rows: number): Promise<void> {
    try {
      // After its 8 bytes of greeting, an IPC file is an IPC stream.
      await this.#or(this.#connection.insertArrowFromIPCStream(file.subarray(8), { name, create: true }));
      const count = await this.query(`select count(*) as n from "${name}"`);
      if (count.rows[0]?.n !== rows) throw new Error(`it has ${count.rows[0]?.n} rows instead of ${rows}`);
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      throw new DatabaseUnavailable("damaged", `${name}.arrow: ${message(error)}`, { cause: error });
    }
  }

  /** Runs a query when those before it are done. */
  query(sql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const { signal } = options;
    const turn = this.#turn.then(() => {
      signal?.throwIfAborted();
      return this.#or(this.#run(sql, options));
    });
    this.#turn = turn.catch(() => {});
    return signal ? untilAborted(turn, signal) : turn;
  }

  /** Ends the worker; what waits on it is rejected with the reason. */
  stop(reason: DatabaseUnavailable): void {
    this.#stop(reason);
  }

  /** A promise of DuckDB's never settles once its worker is gone: this one does. */
  #or<Value>(promise: Promise<Value>): Promise<Value> {
    return Promise.race([promise, this.stopped]);
  }

  async #run(sql: string, { signal, limit = Infinity, parameters }: QueryOptions): Promise<QueryResult> {
    let ending: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      ending = setTimeout(
        () => this.stop(new DatabaseUnavailable("crashed", "a query did not stop")),
        patience,
      );
      this.#connection.cancelSent().catch(() => {});
    };
    signal?.addEventListener("abort", cancel, { once: true });
    const start = performance.now();
    try {
      const { columns, rows } = parameters
        ? await this.#bound(sql, parameters, limit)
        : await this.#plain(sql, limit);
      const truncated = rows.length > limit;
      if (truncated) rows.length = limit;
      return { columns, rows, elapsedMs: performance.now() - start, truncated };
    } catch (error) {
      signal?.throwIfAborted();
      if (isFatal(error)) this.stop(new DatabaseUnavailable("crashed", message(error), { cause: error }));
      throw new QueryError(message(error), sql, { cause: error });
    } finally {
      clearTimeout(ending);
      signal?.removeEventListener("abort", cancel);
    }
  }

  async #plain(sql: string, limit: number): Promise<Batches> {
    const stream = await openStream(await this.#connection.send(sql, true));
    if (!stream.schema.fields.some((field) => hasDictionary(field.type))) return readBatches(stream, limit);
    // Streams lose the words of an ENUM (duckdb-wasm issue 1548) and would show null: it is read whole instead.
    if (!/^\s*(select|from|with|values|table|describe|show|summarize|pivot|unpivot)\b/i.test(sql)) {
      throw new Error("Not Implemented Error: an ENUM cannot be returned here; cast it: name::varchar");
    }
    await this.#connection.cancelSent();
    return readBatches(whole(await this.#connection.query(sql)), limit);
  }

  async #bound(sql: string, parameters: Cell[], limit: number): Promise<Batches> {
    const statement = await this.#connection.prepare(sql);
    try {
      return await readBatches(whole(await statement.query(...parameters)), limit);
    } finally {
      await statement.close();
    }
  }
}

type Batches = Pick<QueryResult, "columns" | "rows">;

/** What is read of record batches, as far as it is the same in every version of Arrow. */
interface Stream {
  schema: { fields: { name: string; type: ArrowType }[] };
  batches: AsyncIterable<Batch> | Iterable<Batch>;
}

interface Batch {
  numRows: number;
  getChildAt(i: number): { get(row: number): unknown } | null;
}

async function openStream(reader: unknown): Promise<Stream> {
  const opened = await (reader as { open(): Promise<Pick<Stream, "schema"> & AsyncIterable<Batch>> }).open();
  return { schema: opened.schema, batches: opened };
}

function whole(table: unknown): Stream {
  return table as Stream;
}

function hasDictionary(type: ArrowType): boolean {
  return type.typeId === -1 || (type.children ?? []).some((child) => hasDictionary(child.type));
}

/** Reads one row more than the limit, to know whether there are more. */
async function readBatches({ schema, batches }: Stream, limit: number): Promise<Batches> {
  const names = distinct(schema.fields.map((field) => field.name));
  const types = schema.fields.map((field) => field.type);
  const columns = names.map((name, i) => ({ name, type: columnType(types[i]!) }));
  const rows: Row[] = [];
  for await (const batch of batches) {
    const vectors = types.map((_type, i) => batch.getChildAt(i));
    for (let r = 0; r < batch.numRows && rows.length <= limit; r++) {
      rows.push(Object.fromEntries(names.map((name, i) => [name, cellOf(vectors[i]?.get(r), types[i]!)])));
    }
    if (rows.length > limit) break;
  }
  return { columns, rows };
}

/** Names a second column of the same name as the Node side does: "n", "n:1". */
function distinct(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let i = 1; taken.has(unique); i++) unique = `${name}:${i}`;
    taken.add(unique);
    return unique;
  });
}

function startWorker(address: string): Worker {
  try {
    return new Worker(address);
  } catch (error) {
    throw new DatabaseUnavailable("worker", message(error), { cause: error });
  }
}

/** Rejects with the signal's reason at once, though the work behind the promise takes a while to stop. */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** After these, the memory of the database cannot be trusted. */
function isFatal(error: unknown): boolean {
  return /RuntimeError|memory access out of bounds|unreachable|table index|INTERNAL Error|FATAL/.test(
    error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  );
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
