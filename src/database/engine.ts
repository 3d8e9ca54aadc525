import type { AsyncDuckDB, AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { Cell } from "../components/figure.js";
import { isOffline } from "../components/offline.js";
import { hasDictionary, openStream, readBatches, whole, type ReadBatches } from "./batches.js";
import { missing } from "./browser-features.js";
import { DatabaseUnavailable, isFatal, unavailable } from "./errors.js";
import { checkQuery } from "./one-query.js";
import { QueryError } from "./query-error.js";
import type { Silence } from "./silence.js";
import { untilAborted } from "./until-aborted.js";
import { workerPreamble } from "./worker-preamble.js";

/** A query's rows. */
export interface QueryResult extends ReadBatches {
  /** From the query's start in the database to the last row read, in milliseconds. */
  elapsedMs: number;
  /** Columns that were not read, because there are thousands; left out where there are none such. */
  columnsLeftOut?: number;
}

export interface QueryOptions {
  /** Stops the query; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /**
   * Most rows read; fewer where a row has thousands of values. Of long lists and texts a part is read then. Default all
   * of everything.
   */
  limit?: number;
  /** Values for `?` in the query, in order. */
  parameters?: Cell[];
  /** Called when those before it are done and it begins to run. */
  onTurn?: () => void;
}

/** Most columns read: what makes rows of them takes four times as long for twice as many, and the page waits for it. */
const columnsRead = 5000;

/** How long a query may take to obey a stop before its worker is ended, in milliseconds. */
const patience = 1000;

/** The database stopped before this query's turn came: another one may run it. */
export class NotRun extends Error {}

/**
 * DuckDB in a worker of its own, with one connection; queries run one after another. They read: what they would change
 * is refused, and each runs in a transaction that may only read and is taken back.
 */
export class Engine {
  /** Rejects when the worker has stopped, never resolves. */
  readonly stopped: Promise<never>;
  #database!: AsyncDuckDB;
  #connection!: AsyncDuckDBConnection;
  #turn: Promise<unknown> = Promise.resolve();
  #running = true;
  /** Whether the worker's script runs. */
  #answered = false;
  #stop!: (reason: DatabaseUnavailable) => void;
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.stopped = new Promise<never>((_resolve, reject) => (this.#stop = reject));
    this.stopped.catch(() => worker.terminate());
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      // A worker that the browser does not let start has no message.
      if (!event.message) return this.stop(new DatabaseUnavailable("worker"));
      if (this.#answered) return this.stop(unavailable(event.message));
      const words = "duckdb-browser-eh.worker.js does not run: it is cut short or damaged";
      this.stop(new DatabaseUnavailable("damaged", words, { cause: event.message }));
    });
  }

  /**
   * Starts the worker while DuckDB itself may still be on its way.
   * @param script DuckDB's worker
   * @param signal ends the start
   * @param silence told of every answer
   * @throws DatabaseUnavailable, or what `wasm` rejects with
   */
  static async start(
    script: Uint8Array<ArrayBuffer>,
    wasm: Promise<Blob>,
    signal: AbortSignal,
    silence: Silence,
  ): Promise<Engine> {
    const duckdb = await untilAborted(importDuckDB(silence), signal);
    // A worker from a network address would not be bound by the page's content-security-policy; one from a blob
    // inherits it, so that no SQL can reach another host.
    const workerAddress = URL.createObjectURL(
      new Blob([workerPreamble, script], { type: "text/javascript" }),
    );
    let wasmAddress = "";
    let engine: Engine | undefined;
    const end = () => engine?.stop(unavailable(signal.reason));
    signal.addEventListener("abort", end, { once: true });
    try {
      engine = new Engine(startWorker(workerAddress));
      const answer = async <Value>(promise: Promise<Value>): Promise<Value> => {
        const value = await engine!.#or(promise);
        silence.heard();
        return value;
      };
      silence.heard();
      engine.#database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), engine.#worker);
      await answer(engine.#database.ping());
      engine.#answered = true;
      wasmAddress = URL.createObjectURL(await answer(wasm));
      await answer(engine.#database.instantiate(wasmAddress, null)).catch(async (error: unknown) => {
        // Asked only now: the answer takes a while, and nearly every browser has them.
        const { wasmExceptions } = await duckdb.getPlatformFeatures();
        throw wasmExceptions ? error : missing("exceptions in WebAssembly");
      });
      // Lossless: whole numbers of 128 bits, bits and times with a zone come as what they are.
      await answer(
        engine.#database.open({ query: { queryPollingInterval: 50 }, arrowLosslessConversion: true }),
      );
      engine.#connection = await answer(engine.#database.connect());
      await answer(
        engine.command(
          [
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "lock_configuration = true",
          ]
            .map((setting) => `set ${setting}`)
            .join("; "),
        ),
      );
      return engine;
    } catch (error) {
      engine?.stop(unavailable(error));
      throw error;
    } finally {
      signal.removeEventListener("abort", end);
      URL.revokeObjectURL(workerAddress);
      if (wasmAddress) URL.revokeObjectURL(wasmAddress);
    }
  }

  /**
   * Makes a table from an Arrow IPC file, whose bytes are handed over. A damaged file may make no table, or half of
   * one, without an error: see `rowsOfTables`.
   * @throws DatabaseUnavailable that names the file
   */
  async addTable(name: string, file: Uint8Array): Promise<void> {
    try {
      // After its 8 bytes of greeting, an IPC file is an IPC stream.
      await this.#or(this.#connection.insertArrowFromIPCStream(file.subarray(8), { name, create: true }));
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      throw new DatabaseUnavailable("damaged", `${name}.arrow cannot be read by the database`, {
        cause: error,
      });
    }
  }

  /** Rows of each table. Asked of the catalogue: a table is not counted. */
  async rowsOfTables(): Promise<Map<string, number>> {
    const answer = await this.#or(
      this.#connection.query("select table_name as name, estimated_size as rows from duckdb_tables()"),
    );
    const { rows } = await readBatches(whole(answer), Infinity);
    return new Map(rows.map(({ name, rows }) => [String(name), Number(rows)]));
  }

  /** Runs a query when those before it are done. @throws NotRun when the database stopped before its turn came */
  query(sql: string, options: QueryOptions = {}): Promise<QueryResult> {
    const { signal } = options;
    const turn = this.#inTurn(() => {
      signal?.throwIfAborted();
      options.onTurn?.();
      return this.#run(sql, options);
    });
    return signal ? untilAborted(turn, signal) : turn;
  }

  /**
   * Runs a statement that may make, change and set things. For statements of our own: nothing that a reader wrote goes
   * in here unchecked.
   */
  command(sql: string): Promise<void> {
    return this.#inTurn(async () => {
      await this.#connection.query(sql);
    });
  }

  /** Ends the worker; what waits on it is rejected with the reason. */
  stop(reason: DatabaseUnavailable): void {
    this.#running = false;
    this.#stop(reason);
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(() => {
      if (!this.#running) throw new NotRun();
      return this.#or(work());
    });
    this.#turn = turn.catch(() => {});
    return turn;
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
    try {
      await checkQuery(sql, (text) => this.#prepare(text));
      signal?.throwIfAborted();
      // Whatever got past the check can change nothing, and what it made in passing is taken back.
      await this.#connection.query("begin transaction read only");
      const start = performance.now();
      const batches = parameters ? await this.#bound(sql, parameters, limit) : await this.#plain(sql, limit);
      return { ...batches, elapsedMs: performance.now() - start };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof QueryError) throw error;
      if (isFatal(error)) this.stop(new DatabaseUnavailable("crashed", "", { cause: error }));
      throw new QueryError(message(error), sql, { cause: error });
    } finally {
      // There is none where the check refused the query.
      if (this.#running) await this.#connection.query("rollback").catch(() => {});
      clearTimeout(ending);
      signal?.removeEventListener("abort", cancel);
    }
  }

  async #prepare(sql: string): Promise<void> {
    await (await this.#connection.prepare(sql)).close();
  }

  async #plain(sql: string, limit: number): Promise<Omit<QueryResult, "elapsedMs">> {
    const stream = await openStream(await this.#connection.send(sql, true));
    const columns = stream.schema.fields.length;
    if (columns > columnsRead) {
      const narrow = await this.#narrow(sql, limit);
      if (narrow) return { ...narrow, columnsLeftOut: columns - columnsRead };
    }
    if (!hasDictionary(stream)) return readBatches(stream, limit);
    // Streams lose the words of an ENUM (duckdb-wasm issue 1548) and would show null: it is read whole instead.
    await this.#connection.cancelSent();
    return readBatches(whole(await this.#connection.query(sql)), limit);
  }

  /** The first columns of a query; `null` where it cannot stand inside another, as some pivots. */
  async #narrow(sql: string, limit: number): Promise<ReadBatches | null> {
    await this.#connection.cancelSent();
    const places = Array.from({ length: columnsRead }, (_, i) => `#${i + 1}`).join(", ");
    const first = `select ${places} from query('${sql.replaceAll("'", "''")}')`;
    try {
      await this.#prepare(first);
    } catch {
      return null;
    }
    return this.#plain(first, limit);
  }

  async #bound(sql: string, parameters: Cell[], limit: number): Promise<ReadBatches> {
    const statement = await this.#connection.prepare(sql);
    try {
      return await readBatches(whole(await statement.query(...parameters)), limit);
    } finally {
      await statement.close();
    }
  }
}

async function importDuckDB(silence: Silence): Promise<typeof import("@duckdb/duckdb-wasm")> {
  try {
    return await silence.file("a script of the page", import("@duckdb/duckdb-wasm"));
  } catch (error) {
    throw new DatabaseUnavailable(isOffline() ? "offline script" : "script", "", { cause: error });
  }
}

function startWorker(address: string): Worker {
  try {
    return new Worker(address);
  } catch (error) {
    throw new DatabaseUnavailable("worker", "", { cause: error });
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
