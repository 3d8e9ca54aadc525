import { siteLink } from "../components/site-root.js";
import { download, downloadWasm } from "./download.js";
import { Engine, NotRun, type QueryOptions, type QueryResult } from "./engine.js";
import { DatabaseUnavailable, unavailable } from "./errors.js";
import { downloadTables, type TableFile } from "./evidence-files.js";
import { Silence } from "./silence.js";
import { untilAborted } from "./until-aborted.js";

export { DatabaseUnavailable } from "./errors.js";
export { QueryError } from "./query-error.js";
export type { QueryOptions, QueryResult } from "./engine.js";

/** How far the opening has come. `total` is `null` while it is not known. */
export interface Progress {
  /** The compressed database is on its way; it starts in its worker; the evidence is put into it. */
  stage: "download" | "start" | "tables";
  /** Bytes. */
  loaded: number;
  total: number | null;
}

export interface OpenOptions {
  /** Called with every step; a caller who comes later hears the last one at once. */
  onProgress?: (progress: Progress) => void;
  /** Stops waiting; the opening itself stops when nobody waits for it any more. */
  signal?: AbortSignal;
}

/** Every table of the evidence, under its name, in DuckDB. */
export interface Database {
  /**
   * Runs one query that reads; opens the database again first if it has stopped, also while the query waited.
   * @throws QueryError with DuckDB's message or why it was refused, DatabaseUnavailable, or the signal's reason
   */
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;
}

const database: Database = {
  async query(sql, options = {}) {
    for (;;) {
      const engine = await engineFor({ signal: options.signal });
      try {
        return await engine.query(sql, options);
      } catch (error) {
        // A query before it ended the worker: this one has a new one.
        if (!(error instanceof NotRun)) throw error;
        forgetEngine(engine);
      }
    }
  },
};

/**
 * The page's one database, opened when first asked for.
 * @throws DatabaseUnavailable with the reason in plain words; a failed opening may be tried again
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Database> {
  await engineFor(options);
  return database;
}

/** An opening under way or done, shared by all who ask. */
interface Opening {
  engine: Promise<Engine>;
  /** The engine, once it is there. */
  made?: Engine;
  listeners: Set<(progress: Progress) => void>;
  last: Progress;
  waiting: number;
  /** True once the database is open: from then on, nobody's leaving ends it. */
  opened: boolean;
  controller: AbortController;
}

let current: Opening | undefined;

async function engineFor({ onProgress, signal }: OpenOptions): Promise<Engine> {
  signal?.throwIfAborted();
  const opening = (current ??= begin());
  if (onProgress) {
    opening.listeners.add(onProgress);
    onProgress(opening.last);
  }
  opening.waiting++;
  try {
    return await (signal ? untilAborted(opening.engine, signal) : opening.engine);
  } finally {
    opening.waiting--;
    if (onProgress) opening.listeners.delete(onProgress);
    if (signal?.aborted && opening.waiting === 0 && !opening.opened) {
      forget(opening);
      opening.controller.abort(signal.reason);
    }
  }
}

function begin(): Opening {
  const opening: Opening = {
    engine: undefined as never,
    listeners: new Set(),
    last: { stage: "download", loaded: 0, total: null },
    waiting: 0,
    opened: false,
    controller: new AbortController(),
  };
  const report = (progress: Progress) => {
    opening.last = progress;
    for (const listener of opening.listeners) listener(progress);
  };
  opening.engine = open(report, opening.controller);
  opening.engine.then(
    (engine) => {
      opening.made = engine;
      opening.opened = true;
      engine.stopped.catch(() => forget(opening));
    },
    () => {
      forget(opening);
      opening.controller.abort(); // Of several files, one failed.
    },
  );
  return opening;
}

/** For a promise whose failure is met elsewhere. */
function awaitedBelow(): void {}

/** The next who asks begins anew. */
function forget(opening: Opening): void {
  if (current === opening) current = undefined;
}

function forgetEngine(engine: Engine): void {
  if (current?.made === engine) current = undefined;
}

async function open(report: (progress: Progress) => void, controller: AbortController): Promise<Engine> {
  if (typeof WebAssembly !== "object") throw new DatabaseUnavailable("no-webassembly");
  const { signal } = controller;
  const silence = new Silence((reason) => controller.abort(reason));
  const transfer = { signal, silence };
  let starting: Promise<Engine> | undefined;
  try {
    const packed: Omit<Progress, "stage"> = { loaded: 0, total: null };
    const wasm = downloadWasm(siteLink("/database/duckdb-eh.wasm.gz"), transfer, (loaded, total) => {
      report({ stage: "download", ...Object.assign(packed, { loaded, total }) });
    });
    const coming = downloadTables(transfer, pageVersion());
    const script = download(siteLink("/database/duckdb-browser-eh.worker.js"), transfer);
    wasm.then(() => report({ stage: "start", ...packed })).catch(awaitedBelow);
    coming.catch(awaitedBelow);
    starting = Engine.start(await script, wasm, signal, silence);
    const engine = await Promise.race([starting, failing(coming)]);
    const tables = await coming;
    signal.throwIfAborted();
    signal.addEventListener("abort", () => engine.stop(unavailable(signal.reason)), { once: true });
    await fill(engine, tables, (loaded, total) => {
      silence.heard();
      report({ stage: "tables", loaded, total });
    });
    signal.throwIfAborted();
    return engine;
  } catch (error) {
    const reason = signal.aborted ? (signal.reason as Error) : unavailable(error);
    // No worker is left over, not even one that starts this moment.
    starting?.then((late) => late.stop(unavailable(reason)), awaitedBelow);
    throw reason;
  } finally {
    silence.close();
  }
}

/** @param onBytes told of the bytes that the database has of all */
async function fill(
  engine: Engine,
  tables: TableFile[],
  onBytes: (loaded: number, total: number) => void,
): Promise<void> {
  const total = tables.reduce((sum, { file }) => sum + file.length, 0);
  let loaded = 0;
  for (const { name, file } of tables) {
    onBytes(loaded, total);
    const { length } = file; // It is empty once handed over.
    await engine.addTable(name, file);
    loaded += length;
  }
  onBytes(loaded, total);
  const counts = await engine.count(tables.map(({ name }) => name));
  for (const { name, rows } of tables)
    if (counts.get(name) !== rows)
      throw new DatabaseUnavailable(
        "damaged",
        `${name}.arrow: the database has ${counts.get(name) ?? "none"} of its ${rows} rows`,
      );
}

/** Rejects as the promise does, and never resolves. */
function failing(promise: Promise<unknown>): Promise<never> {
  return promise.then(() => new Promise<never>(() => {}));
}

/** Version of the data that the page was made from; empty where nothing of the page says. */
function pageVersion(): string {
  return document.querySelector<HTMLElement>("[data-version]")?.dataset.version ?? "";
}
