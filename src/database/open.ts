import { Engine, NotRun, type QueryOptions, type QueryResult } from "./engine.js";
import { startDatabase, type Progress } from "./start-database.js";
import { untilAborted } from "./until-aborted.js";

export { DatabaseUnavailable } from "./errors.js";
export { QueryError } from "./query-error.js";
export type { QueryOptions, QueryResult } from "./engine.js";
export type { Progress } from "./start-database.js";

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
  opening.engine = startDatabase(report, opening.controller);
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

/** The next who asks begins anew. */
function forget(opening: Opening): void {
  if (current === opening) current = undefined;
}

function forgetEngine(engine: Engine): void {
  if (current?.made === engine) current = undefined;
}
