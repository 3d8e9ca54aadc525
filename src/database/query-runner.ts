import { element } from "../components/element.js";
import { capital, formatNumber } from "../components/format.js";
import { failureNotice } from "./failure-notice.js";
import { loadDatabase } from "./load-database.js";
import { progressBar } from "./progress-bar.js";
import { queryEditor } from "./query-editor.js";
import { beginsToRun, ended, stopOther, waitsNoMore } from "./running-query.js";
import { untilAborted } from "./until-aborted.js";
import { resultTable, resultWords, rowsShown } from "./result-table.js";

export interface QueryRunnerOptions {
  /** Rows that the figure above draws: the result says whether it has as many. */
  expectRows?: number;
}

/** Sent to a runner that stands in the page: the figure above draws another query now. */
export const anotherQuery = "arrivals-query";
/** What is sent with it. */
export type AnotherQuery = QueryRunnerOptions & { query: string };

/**
 * A query that a reader may change, and a button that runs it here, in her browser, and shows its rows. The database
 * comes with the first query, under a bar that says how much is still to come; "Stop" ends waiting and query alike, and
 * so does closing the panel that it stands in. Queries of a page run one after another: one that waits says so, and
 * can stop the one before it.
 */
export function queryRunner(
  document: Document,
  query: string,
  { expectRows: drawn }: QueryRunnerOptions = {},
): HTMLElement {
  let expectRows = drawn;
  const editor = queryEditor(document, query, () => run.hidden || void start());
  const run = element(document, "button", { type: "button", class: "run" }, "Run here");
  const stop = element(document, "button", { type: "button", class: "run", hidden: true }, "Stop");
  const status = element(document, "p", { role: "status" });
  const outcome = element(document, "div", {});
  const made = element(
    document,
    "div",
    { class: "query-runner" },
    editor.element,
    run,
    stop,
    status,
    outcome,
  );
  let controller: AbortController | undefined;

  run.addEventListener("click", () => void start());
  stop.addEventListener("click", () => controller?.abort());
  made.addEventListener(anotherQuery, (event) => {
    const next = (event as CustomEvent<AnotherQuery>).detail;
    expectRows = next.expectRows;
    editor.follow(next.query);
    // A result under another query would pass for its own.
    if (editor.asGiven() && stop.hidden) {
      status.textContent = "";
      outcome.replaceChildren();
    }
  });

  async function start(): Promise<void> {
    const retried = outcome.contains(document.activeElement);
    const asGiven = editor.asGiven();
    const bar = progressBar(document);
    let other: HTMLButtonElement | undefined;
    const mine = (controller = new AbortController());
    const { signal } = mine;
    const stopThis = () => mine.abort();
    const panel = made.closest("details");
    const closed = () => panel?.open || stopThis();
    panel?.addEventListener("toggle", closed);
    status.textContent = "";
    outcome.replaceChildren(bar.element);
    swap(run, stop);
    if (retried) stop.focus();
    try {
      const { openDatabase } = await untilAborted(loadDatabase(), signal);
      const database = await openDatabase({ signal, onProgress: bar.update });
      bar.say("Waiting for another query on this page");
      other = stopOther(document);
      bar.element.append(" ", other);
      const onTurn = () => {
        beginsToRun(stopThis);
        if (other === document.activeElement) stop.focus();
        waitsNoMore(other!);
        bar.say("Running the query");
      };
      const result = await database.query(editor.text(), { signal, limit: rowsShown, onTurn });
      outcome.replaceChildren(resultTable(document, result.rows, result));
      status.textContent = `${capital(resultWords(result.rows.length, result))}${asGiven ? comparison(result.rows.length, result.truncated) : ""}.`;
    } catch (error) {
      outcome.replaceChildren();
      if (signal.aborted) status.textContent = "Stopped.";
      else outcome.append(failureNotice(document, error, () => void start()));
    } finally {
      ended(stopThis);
      if (other) waitsNoMore(other);
      panel?.removeEventListener("toggle", closed);
      swap(stop, run);
    }
  }

  function comparison(rows: number, truncated: boolean): string {
    if (expectRows === undefined || truncated) return "";
    return rows === expectRows
      ? ", as many as the figure draws"
      : `; the figure draws ${formatNumber(expectRows)}`;
  }

  return made;
}

/** Shows the second button in the place of the first and keeps the keyboard there. */
function swap(from: HTMLButtonElement, to: HTMLButtonElement): void {
  const focused = from.ownerDocument.activeElement === from;
  to.hidden = false;
  if (focused) to.focus();
  from.hidden = true;
}
