/** Why the database cannot be used. */
export type Reason =
  | "no-webassembly"
  | "old-browser"
  | "memory"
  | "file"
  | "offline"
  | "offline script"
  | "late"
  | "script"
  | "worker"
  | "damaged"
  | "newer"
  | "crashed";

const advice =
  "The charts, tables and downloads on this page work without it; the query can be copied and run in any DuckDB on the downloaded tables.";

const sentences: Record<Reason, string> = {
  "no-webassembly": "The database cannot start: WebAssembly is switched off or missing in this browser.",
  "old-browser": "The database cannot start: this browser is too old for it, or something is switched off.",
  memory: "The database cannot start: there is not enough memory. Closing other tabs may help.",
  file: "The database cannot start: a file of it did not arrive.",
  offline: "The database cannot start: this browser is offline. Try again once it is online.",
  "offline script":
    "The database cannot start: this browser is offline. Reload the page once it is online; what you chose stays in its address.",
  late: "The database cannot start: the wait was too long. Trying again may help.",
  script:
    "The database cannot start: a script of the page did not arrive. The site may have changed since this page was opened: reload the page; what you chose stays in its address.",
  worker:
    "The database cannot start: this browser does not let it run in the background (its worker was blocked).",
  damaged: "The database cannot start: a file of it arrived damaged. Loading it again may help.",
  newer:
    "The site has newer data than this page, or older files are still on the way to you: reload the page; what you chose stays in its address.",
  crashed: "The database stopped unexpectedly. The next query starts it again.",
};

/** The database cannot start, or has stopped. The message says why and what a reader can still do. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";

  /** @param detail what exactly was met, for example "duckdb-eh.wasm.gz: 404" */
  constructor(
    readonly reason: Reason,
    readonly detail: string = "",
    options?: ErrorOptions,
  ) {
    super([sentences[reason], detail && `(${detail})`, advice].filter(Boolean).join(" "), options);
  }

  /** What may mend it: the same again, the page anew, or nothing here. */
  get mend(): "try again" | "reload" | null {
    if (["script", "offline script", "newer"].includes(this.reason)) return "reload";
    return ["no-webassembly", "old-browser", "worker"].includes(this.reason) ? null : "try again";
  }
}

/** Tells the reasons apart by what browsers say. Their own words are the error's cause: they are none for readers. */
export function unavailable(error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const said = (reason: Reason, detail = "") => new DatabaseUnavailable(reason, detail, { cause: error });
  const ofWebAssembly = /WebAssembly/i.test(text) ? text.slice(text.search(/WebAssembly/i)) : "";
  if (/Refused to compile/i.test(text) || /policy|disallowed/i.test(ofWebAssembly))
    return said("no-webassembly");
  if (/memory|allocat/i.test(text)) return said("memory");
  if (/CompileError|LinkError|magic/i.test(text))
    return said(
      "damaged",
      "duckdb-eh.wasm.gz is damaged, or of another version than duckdb-browser-eh.worker.js",
    );
  if (/SecurityError|policy/i.test(text)) return said("worker");
  return said("crashed");
}

/** After these, the memory of the database cannot be trusted. What a query says of itself begins otherwise. */
export function isFatal(error: unknown): boolean {
  const text = error instanceof Error ? error.message : String(error);
  return (
    (error instanceof Error && error.name === "RuntimeError") ||
    /^(RuntimeError|INTERNAL Error|FATAL Error|Aborted\(|memory access|table index|unreachable|null function|indirect call|Maximum call stack)/i.test(
      text,
    ) ||
    /^\{"exception_type":"(INTERNAL|FATAL)"/i.test(text)
  );
}
