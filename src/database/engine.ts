import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { Cell, Row } from "../figures/figure.js";
import { cellOf, typeName, type ArrowType } from "./cells.js";
import { DatabaseUnavailable, QueryError, unavailable } from "./errors.js";

/** A query's rows. */
export interface QueryResult {
  columns: { name: string; type: string }[];
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
      this.stop(new DatabaseUnavailable("crashed", event.message));
    });
  }

  /**
   * @param script text of DuckDB's worker, @param wasm DuckDB itself
   * @throws DatabaseUnavailable
   */
  static async start(script: Uint8Array, wasm: Uint8Array): Promise<Engine> {
    const duckdb = await import("@duckdb/duckdb-wasm");
    // A worker from a network address would not be bound by the page's content-security-policy; one from a blob
    // inherits it, so that no SQL can reach another host.
    const workerAddress = blobAddress(script, "text/javascript");
    const wasmAddress = blobAddress(wasm, "application/wasm");
    let engine: Engine | undefined;
    try {
      engine = new Engine(startWorker(workerAddress));
      const blocked = engine.stopped.catch((error: Error) => {
        throw new DatabaseUnavailable(
          "worker",
          error instanceof DatabaseUnavailable ? error.detail : error.message,
        );
      });
      engine.#database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), engine.#worker);
      await Promise.race([engine.#database.ping(), blocked]);
      await engine.#or(engine.#database.instantiate(wasmAddress, null));
      await engine.#or(engine.#database.open({ query: { queryPollingInterval: 50 } }));
      engine.#connection = await engine.#or(engine.#database.connect());
      await engine.query("set autoinstall_known_extensions = false");
      await engine.query("set autoload_known_extensions = false");
      return engine;
    } catch (error) {
      const reason = unavailable(error);
      engine?.stop(reason);
      throw reason;
    } finally {
      URL.revokeObjectURL(workerAddress);
      URL.revokeObjectURL(wasmAddress);
    }
  }

  /** Makes a table from an Arrow IPC file, whose bytes are handed over. */
  async addTable(name: string, file: Uint8Array): Promise<void> {
    try {
      // After its 8 bytes of greeting, an IPC file is an IPC stream.
      await this.#or(this.#connection.insertArrowFromIPCStream(file.subarray(8), { name, create: true }));
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
      throw new QueryError(message(error), { cause: error });
    } finally {
      clearTimeout(ending);
      signal?.removeEventListener("abort", cancel);
    }
  }

  async #plain(sql: string, limit: number): Promise<Batches> {
    return readBatches(await this.#connection.send(sql, true), limit);
  }

  async #bound(sql: string, parameters: Cell[], limit: number): Promise<Batches> {
    const statement = await this.#connection.prepare(sql);
    try {
      return await readBatches(await statement.send(...parameters), limit);
    } finally {
      await statement.close();
    }
  }
}

type Batches = Pick<QueryResult, "columns" | "rows">;

/** What is read of a stream of record batches, as far as it is the same in every version of Arrow. */
interface BatchReader extends AsyncIterable<{
  numRows: number;
  getChildAt(i: number): { get(row: number): unknown } | null;
}> {
  schema: { fields: { name: string; type: ArrowType }[] };
}

/** Reads one row more than the limit, to know whether there are more. */
async function readBatches(reader: unknown, limit: number): Promise<Batches> {
  const { schema } = reader as BatchReader;
  const names = distinct(schema.fields.map((field) => field.name));
  const types = schema.fields.map((field) => field.type);
  const columns = names.map((name, i) => ({ name, type: typeName(types[i]!) }));
  const rows: Row[] = [];
  for await (const batch of reader as BatchReader) {
    const vectors = types.map((_type, i) => batch.getChildAt(i));
    for (let r = 0; r < batch.numRows && rows.length <= limit; r++) {
      rows.push(Object.fromEntries(names.map((name, i) => [name, cellOf(vectors[i]?.get(r), types[i]!)])));
    }
    if (rows.length > limit) break;
  }
  return { columns, rows };
}

/** Names a second column of the same name as DuckDB does in tables: "n", "n_1". */
function distinct(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let i = 1; taken.has(unique); i++) unique = `${name}_${i}`;
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

function blobAddress(bytes: Uint8Array, type: string): string {
  return URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
}
