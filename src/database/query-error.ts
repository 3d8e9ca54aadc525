import { missingExtension } from "./missing-extension.js";

/** Why a statement was not run at all; `null` where DuckDB itself failed it. */
export type Refusal = "several" | "not reading" | "empty" | null;

/** Most lines of DuckDB's suggestions shown: of some functions it lists dozens. */
const hintsShown = 10;

/**
 * A query was refused or failed. The message is the first line of DuckDB's own, with the place where it names one, and
 * below it what DuckDB suggests ("Did you mean …"), a line each.
 */
export class QueryError extends Error {
  override readonly name = "QueryError";
  /** All of DuckDB's message. */
  readonly detail: string;
  /** Line of the query, from 1, where DuckDB names one. */
  readonly line: number | null;
  /** Character of that line, from 1, where DuckDB names one. */
  readonly column: number | null;
  readonly refused: Refusal;

  /** @param said by DuckDB @param sql the query, to find the place in */
  constructor(
    said: string,
    sql = "",
    { refused = null, ...options }: ErrorOptions & { refused?: Refusal } = {},
  ) {
    const { detail, line, column } = read(said, sql);
    const { first, hints } = missingExtension(detail) ?? otherHost(detail) ?? linesOf(detail);
    const place = line === null ? "" : ` (line ${line}${column === null ? "" : `, character ${column}`})`;
    super([first + place, ...hints].join("\n"), options);
    this.detail = detail;
    this.line = line;
    this.column = column;
    this.refused = refused;
  }
}

/** Words for a file at another address, which the page's policy does not let the browser ask for. */
function otherHost(detail: string): { first: string; hints: string[] } | null {
  if (!/XMLHttpRequest|NetworkError|Table with name https?:/.test(detail)) return null;
  return {
    first: "This site asks no other host: a query reads the tables that are here.",
    hints: ["To read a file at another address, run the query in DuckDB on your own computer."],
  };
}

/** What DuckDB says before it quotes the query. */
function linesOf(detail: string): { first: string; hints: string[] } {
  const words = detail
    .split(/^LINE \d+: /m)[0]!
    .split("\n")
    .map((line) => line.trim().replace(/: : /, ": "));
  const [first = "the query failed", ...hints] = words.filter((line) => line !== "");
  if (/Unsupported Arrow type/.test(first)) hints.push("Cast it to text: value::varchar");
  const left = hints.length - hintsShown;
  return { first, hints: left > 1 ? [...hints.slice(0, hintsShown), `and ${left} more`] : hints };
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
