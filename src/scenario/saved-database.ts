import { shownText } from "../components/told-fault.js";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";

/**
 * A scenario as the browser keeps it. `record` stays as it was written, whatever version wrote it. What another version,
 * or a hand, wrote may be anything: `saved-row.ts` reads it.
 */
export interface SavedRow {
  /** Text; a row of another hand may have any key that the browser allows. */
  id: string;
  name: string;
  /** When it was last saved, ms since 1970. */
  saved: number;
  /** When it was deleted, until it is purged or brought back. */
  deleted?: number;
  record: unknown;
}

interface Schema extends DBSchema {
  scenarios: { key: string; value: SavedRow };
}

export type SavedDatabase = IDBPDatabase<Schema>;

/** How long the browser may take to open the database, in milliseconds. */
const longestWait = 10_000;

/**
 * Opens the browser's database of saved scenarios.
 * @param onGone called when another tab wants to renew the database, or the browser closes it
 * @throws DOMException when the browser allows none; never waits for ever where another tab holds an old one
 */
export async function openSavedDatabase(name: string, onGone: () => void): Promise<SavedDatabase> {
  if (typeof indexedDB === "undefined") throw new DOMException("no IndexedDB", "NotSupportedError");
  return new Promise((resolve, reject) => {
    // Some browsers forget to answer: a reader who saves is told so.
    const silent = setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), longestWait);
    openDB<Schema>(name, 1, {
      upgrade: (database) => {
        database.createObjectStore("scenarios", { keyPath: "id" });
      },
      blocked: () => reject(new DOMException("held by another tab", "BlockedError")),
      // A newer page in another tab must not wait for this one.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    })
      .then(resolve, reject)
      .finally(() => clearTimeout(silent));
  });
}

/** What went wrong with the browser's storage, for the reader. */
export function storageTrouble(error: unknown): string {
  const name = error instanceof DOMException ? error.name : "";
  switch (name) {
    case "QuotaExceededError":
      return "The browser has no room left: delete saved scenarios, or export them to a file, and save again.";
    case "NotSupportedError":
    case "SecurityError":
      return "This browser keeps nothing for this page (a private window, perhaps, or site data is switched off): export the scenario or copy its link instead.";
    case "BlockedError":
      return "Another tab holds the saved scenarios in an older form: close or reload it, then try again.";
    case "VersionError":
      return "The saved scenarios were written by a newer Arrivals: reload this page to get it.";
    case "TimeoutError":
      return "The browser does not answer when asked for the saved scenarios: try again, or export the scenario to a file.";
    case "InvalidStateError":
      return "The browser has closed the saved scenarios, or was emptied of them: export what is listed here, then reload this page.";
    default:
      return `The browser could not reach the saved scenarios (${shownText(error instanceof Error ? error.message : error)}).`;
  }
}
