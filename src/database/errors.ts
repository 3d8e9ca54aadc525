/** Why the database cannot be used. */
export type Reason = "no-webassembly" | "memory" | "file" | "worker" | "damaged" | "crashed";

const advice =
  "The charts, tables and downloads on this page work without it; the query can be copied and run in any DuckDB on the downloaded tables.";

const sentences: Record<Reason, string> = {
  "no-webassembly": "The database cannot start: WebAssembly is switched off or missing in this browser.",
  memory: "The database cannot start: there is not enough memory. Closing other tabs may help.",
  file: "The database cannot start: a file of it did not arrive.",
  worker:
    "The database cannot start: this browser does not let it run in the background (its worker was blocked).",
  damaged: "The database cannot start: a file of it arrived damaged. Loading it again may help.",
  crashed:
    "The database stopped unexpectedly. The next query starts it again; tables made since the page was opened are gone.",
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
}

/** DuckDB refused or failed a query. The message is the first line of DuckDB's own, with the place where it names one. */
export class QueryError extends Error {
  override readonly name = "QueryError";
  /** All of DuckDB's message. */
  readonly detail: string;
  /** Line of the query, from 1, where DuckDB names one. */
  readonly line: number | null;
  /** Character of that line, from 1, where DuckDB names one. */
  readonly column: number | null;

  /** @param said by DuckDB @param sql the query, to find the place in */
  constructor(said: string, sql = "", options?: ErrorOptions) {
    const { detail, line, column } = read(said, sql);
    const [first = "the query failed"] = detail.trim().split("\n");
    const place = line === null ? "" : ` (line ${line}${column === null ? "" : `, character ${column}`})`;
    super(first + place, options);
    this.detail = detail;
    this.line = line;
    this.column = column;
  }
}

type Place = Pick<QueryError, "line" | "column">;

/** DuckDB's parser answers in JSON, with the place as an offset; the rest of it in plain text. */
function read(said: string, sql: string): Place & { detail: string } {
  if (!said.startsWith("{")) return { detail: said, ...placeIn(said) };
  try {
    const { exception_type, exception_message, position } = JSON.parse(said) as Record<
      string,
      string | undefined
    >;
    const detail = `${exception_type} Error: ${exception_message}`;
    return { detail, ...(position === undefined ? placeIn(detail) : placeAt(Number(position), sql)) };
  } catch {
    return { detail: said, line: null, column: null };
  }
}

/** @param offset in bytes of UTF-8 */
function placeAt(offset: number, sql: string): Place {
  const before = new TextDecoder().decode(new TextEncoder().encode(sql).slice(0, offset)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Plain text shows the place as "LINE 1: select …" over a caret; of a long line it shows a part, between dots. */
function placeIn(message: string): Place {
  const match = /^LINE (\d+): (.*)\n( *)\^/m.exec(message);
  if (!match) return { line: null, column: null };
  const [, line = "", shown = "", indent = ""] = match;
  const column = indent.length - `LINE ${line}: `.length + 1;
  return { line: Number(line), column: shown.startsWith("...") || column < 1 ? null : column };
}

/** Tells the reasons apart by what browsers say. */
export function unavailable(error: unknown): DatabaseUnavailable {
  if (error instanceof DatabaseUnavailable) return error;
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (/Refused to compile|WebAssembly.*(policy|disallowed)/i.test(text)) {
    return new DatabaseUnavailable("no-webassembly", text, { cause: error });
  }
  if (/memory|allocat/i.test(text)) return new DatabaseUnavailable("memory", text, { cause: error });
  if (/CompileError|LinkError|magic/i.test(text))
    return new DatabaseUnavailable("damaged", text, { cause: error });
  if (/SecurityError|policy/i.test(text)) return new DatabaseUnavailable("worker", text, { cause: error });
  return new DatabaseUnavailable("crashed", text, { cause: error });
}
