import { DatabaseUnavailable } from "./errors.js";
import { failureNotice } from "./failure-notice.js";
import { progressBar } from "./progress-bar.js";
import { openDatabase, type Progress, type QueryResult } from "./open.js";
import { resultTable } from "./result-table.js";
import type { Cell } from "../components/figure.js";
import type { ResultRow } from "./cells.js";

/** Rows of a query, with the names and types of its columns beside them. */
export type Rows = ResultRow[] & Pick<QueryResult, "columns" | "elapsedMs">;

/** What may stand in a query as `${value}`. */
export type Value = Cell | bigint | Date;

/**
 * Runs a query on the site's own database: `await sql`select * from cities where name = ${name}``. Values are bound,
 * never pasted as text. Pages that import this and `Inputs` can have sql cells.
 * @throws QueryError, DatabaseUnavailable
 * @public Pages import it.
 */
export async function sql(strings: readonly string[], ...values: Value[]): Promise<Rows> {
  const parameters = values.map(parameter);
  const database = await withPendingBar((onProgress) => openDatabase({ onProgress }));
  const text = strings.join("?");
  const { rows, columns, elapsedMs } = await database.query(text, parameters.length ? { parameters } : {});
  return Object.assign(rows, { columns, elapsedMs });
}

/**
 * What Framework's sql cells call to show rows; ours, so that no other host is asked for a table.
 * @public Pages import it.
 */
export const Inputs = {
  table(rows: Rows): HTMLElement {
    return resultTable(document, rows, rows);
  },
};

function parameter(value: Value, i: number): Cell {
  // DuckDB makes a number of digits where it compares them with one.
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.toISOString().replace("T", " ").replace("Z", "");
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  throw new TypeError(
    `value ${i + 1} of the query is ${describe(value)}; a text, number, truth value, date or null can be bound`,
  );
}

function describe(value: unknown): string {
  return Array.isArray(value) ? "a list" : `of type ${typeof value}`;
}

interface PendingBar {
  waiting: number;
  element: HTMLElement;
  update(progress: Progress): void;
  /** Replaces the bar while something is to be done; the cells go on waiting. */
  again?: Promise<void>;
}

let bar: PendingBar | undefined;

/**
 * One bar for all the cells that wait, before the first of them. Where trying again may help, it becomes a notice with
 * that button, and the cells wait for the second try.
 */
async function withPendingBar<Value>(
  open: (onProgress: (progress: Progress) => void) => Promise<Value>,
): Promise<Value> {
  const shown = (bar ??= { waiting: 0, ...progressBar(document) });
  if (shown.waiting++ === 0) {
    // Framework marks a cell that waits with this element.
    const cell = document.querySelector("observablehq-loading")?.parentElement;
    if (cell) cell.before(shown.element);
    else document.querySelector("main")?.prepend(shown.element);
  }
  try {
    for (;;) {
      try {
        return await open((progress) => shown.update(progress));
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable) || error.mend === null) throw error;
        await (shown.again ??= asked(shown, error));
        shown.again = undefined;
      }
    }
  } finally {
    if (--shown.waiting === 0) {
      shown.element.remove();
      bar = undefined;
    }
  }
}

/** Shows what went wrong in the place of the bar until the reader asks to try again. */
function asked(shown: PendingBar, error: DatabaseUnavailable): Promise<void> {
  return new Promise((resolve) => {
    const notice = failureNotice(document, error, () => {
      notice.replaceWith(shown.element);
      resolve();
    });
    shown.element.replaceWith(notice);
  });
}
