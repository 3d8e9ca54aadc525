import type { ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { handleOf, nameOf } from "./saved-row.js";
import { openSavedDatabase, storageTrouble, type SavedRow, type SavedDatabase } from "./saved-database.js";

/** A deed that was done, or why not, in sentences for the reader. */
export type Done<T> = Outcome<T, ToldFault>;

/** A row by its id (or what stands for it), and the name it has. */
export interface NamedRow {
  id: string;
  name: string;
}

const store = "scenarios";

/**
 * The rows of the browser's database and the tabs that share it. Each writing is one transaction: two tabs that
 * write at once both keep what they wrote. Nothing throws: what goes wrong is told.
 */
export class SavedRows {
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | null;
  private gone = false;

  private constructor(
    private readonly database: SavedDatabase,
    name: string,
  ) {
    this.channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
    this.channel?.addEventListener("message", () => this.tell());
  }

  /** Opens the database of this name. Where the browser allows none, says so. */
  static async open(name: string): Promise<Done<SavedRows>> {
    let rows: SavedRows | undefined;
    try {
      const database = await openSavedDatabase(name, () => {
        if (rows) rows.gone = true;
        rows?.tell();
      });
      rows = new SavedRows(database, name);
      return good(rows);
    } catch (error) {
      return bad({ message: storageTrouble(error) });
    }
  }

  /** Calls back after every change, of this tab or another. @returns a function that ends this */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Every row, the deleted ones included. */
  all(): Promise<Done<SavedRow[]>> {
    return this.tried((database) => database.getAll(store));
  }

  /** Writes one row, made from all there are in the same transaction, unless it could not be made. */
  async write(make: (rows: SavedRow[]) => Done<SavedRow>): Promise<Done<NamedRow>> {
    const done = await this.tried(async (database): Promise<Done<NamedRow>> => {
      const transaction = database.transaction(store, "readwrite");
      const made = make(await transaction.store.getAll());
      if (!made.ok) {
        await transaction.done;
        return made;
      }
      const row = made.value;
      await Promise.all([transaction.store.put(row), transaction.done]);
      return good({ id: handleOf(row.id), name: nameOf(row) });
    });
    if (!done.ok) return done;
    if (done.value.ok) {
      this.channel?.postMessage("changed");
      this.tell();
    }
    return done.value;
  }

  /** Takes rows out for good. @returns how many */
  purge(old: (row: SavedRow) => boolean): Promise<Done<number>> {
    return this.tried(async (database) => {
      const transaction = database.transaction(store, "readwrite");
      const gone = (await transaction.store.getAll()).filter(old);
      await Promise.all([...gone.map(({ id }) => transaction.store.delete(id)), transaction.done]);
      return gone.length;
    });
  }

  /** Lets go of the database and the other tabs. */
  close(): void {
    this.channel?.close();
    this.listeners.clear();
    this.gone = true;
    this.database.close();
  }

  private async tried<T>(deed: (database: SavedDatabase) => Promise<T>): Promise<Done<T>> {
    try {
      if (this.gone) throw new DOMException("closed", "InvalidStateError");
      return good(await deed(this.database));
    } catch (error) {
      return bad({ message: storageTrouble(error) });
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
