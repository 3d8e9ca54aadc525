import { siteLink } from "../components/site-root.js";
import { checkBrowser } from "./browser-features.js";
import { download, downloadWasm } from "./download.js";
import { Engine } from "./engine.js";
import { DatabaseUnavailable, unavailable } from "./errors.js";
import { downloadTables, type TableFile } from "./evidence-files.js";
import { Silence } from "./silence.js";

/** How far the opening has come. `total` is `null` while it is not known. */
export interface Progress {
  /** The compressed database is on its way; it starts in its worker; the evidence is put into it. */
  stage: "download" | "start" | "tables";
  /** Bytes. */
  loaded: number;
  total: number | null;
}

/**
 * Fetches all the files at once, starts the worker, and fills it with the evidence.
 * @param controller ends it, from outside or where nothing comes any more
 * @throws DatabaseUnavailable, or what the controller was aborted with
 */
export async function startDatabase(
  report: (progress: Progress) => void,
  controller: AbortController,
): Promise<Engine> {
  checkBrowser();
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
  const has = await engine.rowsOfTables();
  for (const { name, rows } of tables)
    if (has.get(name) !== rows)
      throw new DatabaseUnavailable(
        "damaged",
        `${name}.arrow: the database has ${has.get(name) ?? "none"} of its ${rows} rows`,
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

/** For a promise whose failure is met elsewhere. */
function awaitedBelow(): void {}
