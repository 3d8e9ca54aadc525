import { siteLink } from "../components/site-root.js";
import { download, downloadWasm } from "./download.js";
import { Engine, untilAborted, type QueryOptions, type QueryResult } from "./engine.js";
import { DatabaseUnavailable, unavailable } from "./errors.js";

export { DatabaseUnavailable, QueryError } from "./errors.js";
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
   * Runs a query; opens the database again first if it has stopped.
   * @throws QueryError with DuckDB's message, DatabaseUnavailable, or the signal's reason
   */
  query(sql: string, options?: QueryOptions): Promise<QueryResult>;
}

const database: Database = {
  async query(sql, options = {}) {
    const engine = await engineFor({ signal: options.signal });
    return engine.query(sql, options);
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
  opening.engine = open(report, opening.controller.signal);
  opening.engine.then(
    (engine) => {
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

async function open(report: (progress: Progress) => void, signal: AbortSignal): Promise<Engine> {
  if (typeof WebAssembly !== "object") throw new DatabaseUnavailable("no-webassembly");
  let engine: Engine | undefined;
  try {
    const packed: Omit<Progress, "stage"> = { loaded: 0, total: null };
    const wasm = downloadWasm(siteLink("/database/duckdb-eh.wasm.gz"), signal, (loaded, total) => {
      report({ stage: "download", ...Object.assign(packed, { loaded, total }) });
    });
    const coming = downloadTables(signal);
    const script = download(siteLink("/database/duckdb-browser-eh.worker.js"), signal);
    wasm.then(() => report({ stage: "start", ...packed })).catch(awaitedBelow);
    coming.catch(awaitedBelow);
    engine = await Engine.start(await script, wasm);
    const tables = await coming;
    signal.throwIfAborted();
    const total = tables.reduce((sum, { file }) => sum + file.length, 0);
    let loaded = 0;
    for (const { name, file, rows } of tables) {
      report({ stage: "tables", loaded, total });
      const { length } = file; // It is empty once handed over.
      await engine.addTable(name, file, rows);
      loaded += length;
    }
    report({ stage: "tables", loaded, total });
    signal.throwIfAborted();
    return engine;
  } catch (error) {
    const reason = signal.aborted ? (signal.reason as Error) : unavailable(error);
    engine?.stop(unavailable(reason));
    throw reason;
  }
}

interface TableFile {
  name: string;
  rows: number;
  file: Uint8Array;
}

/** Every table that the data package names, as its Arrow file. */
async function downloadTables(signal: AbortSignal): Promise<TableFile[]> {
  const text = new TextDecoder().decode(await download(siteLink("/data/datapackage.json"), signal));
  let resources: Omit<TableFile, "file">[];
  try {
    ({ resources } = JSON.parse(text) as { resources: typeof resources });
  } catch (error) {
    throw new DatabaseUnavailable("damaged", "datapackage.json is not JSON", { cause: error });
  }
  return Promise.all(
    resources.map(async ({ name, rows }) => {
      return { name, rows, file: await download(siteLink(`/data/${name}.arrow`), signal) };
    }),
  );
}
