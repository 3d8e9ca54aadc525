import type { ScenarioDocument } from "./document.js";
import { openingOf, type Opening } from "./link.js";
import { readRecord } from "./read-record.js";
import { recordOf, tidyName, type Today } from "./record.js";
import { freeName, missing, nameOf, readable } from "./saved-row.js";
import { openSavedDatabase, storageTrouble, type Row, type SavedDatabase } from "./saved-database.js";

/** A deed that was done, or why not, in a sentence for the reader. */
export type Done<T> = { ok: true; value: T } | { ok: false; message: string };

/** A saved scenario in the list; one that cannot be read is listed all the same, and kept as it is. */
export interface SavedScenario {
  id: string;
  name: string;
  /** ms since 1970. */
  saved: number;
  /** The document that opens, or the baseline and why this one does not. */
  opening: Opening;
}

const store = "scenarios";

/**
 * Scenarios saved by name in this browser, shared by its tabs. Each writing is one transaction: two tabs that save
 * at once both keep what they saved. Names need not differ when they come: a name that is taken gets a number,
 * "Cut (2)", so that nothing is overwritten and nothing refused. What another version wrote is never changed.
 */
export class Saved {
  private readonly listeners = new Set<() => void>();
  private readonly channel: BroadcastChannel | null;
  private gone = false;

  private constructor(
    private readonly today: Today,
    private readonly database: Promise<SavedDatabase>,
    name: string,
  ) {
    this.channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
    this.channel?.addEventListener("message", () => this.tell());
  }

  /**
   * Opens the saved scenarios. Where the browser allows none, says so.
   * @param name of the database, for tests
   */
  static async open(today: Today, name = "arrivals-scenarios"): Promise<Done<Saved>> {
    let saved: Saved | undefined;
    const database = openSavedDatabase(name, () => {
      if (saved) saved.gone = true;
      saved?.tell();
    });
    try {
      await database;
      saved = new Saved(today, database, name);
      return { ok: true, value: saved };
    } catch (error) {
      return { ok: false, message: storageTrouble(error) };
    }
  }

  /** Calls back after every change, of this tab or another. @returns a function that ends this */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All that are saved, the last saved first. */
  list(): Promise<Done<SavedScenario[]>> {
    return this.tried(async (database) => {
      const rows = (await database.getAll(store)).filter(({ deleted }) => deleted === undefined);
      return rows.map((row) => this.listed(row)).sort((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1));
    });
  }

  /**
   * Saves a document under a name.
   * @param now ms since 1970
   * @returns its id and the name it got
   */
  save(name: string, document: ScenarioDocument, now: number): Promise<Done<{ id: string; name: string }>> {
    return this.named(name, (called) =>
      this.write((rows) => {
        const free = freeName(called, rows);
        return this.row(free, document, now);
      }),
    );
  }

  /** Saves a document in place of what the id holds, under the same name. */
  replace(id: string, document: ScenarioDocument, now: number): Promise<Done<{ id: string; name: string }>> {
    return this.write((rows) => {
      const old = readable(rows, id, this.today);
      return typeof old === "string" ? old : { ...this.row(old.name, document, now), id };
    });
  }

  /** Gives another name; the time of saving stays. */
  rename(id: string, name: string): Promise<Done<{ id: string; name: string }>> {
    return this.named(name, (called) =>
      this.write((rows) => {
        const old = readable(rows, id, this.today);
        if (typeof old === "string") return old;
        const others = rows.filter((row) => row.id !== id);
        return { ...old, name: freeName(called, others) };
      }),
    );
  }

  /** Saves a copy, with the same basis. */
  duplicate(id: string, now: number): Promise<Done<{ id: string; name: string }>> {
    return this.write((rows) => {
      const old = readable(rows, id, this.today);
      if (typeof old === "string") return old;
      return { ...old, id: crypto.randomUUID(), name: freeName(old.name, rows), saved: now };
    });
  }

  /** Takes a scenario from the list; `restore` brings it back until it is purged. */
  remove(id: string, now: number): Promise<Done<{ id: string; name: string }>> {
    return this.write((rows) => {
      const old = rows.find((row) => row.id === id && row.deleted === undefined);
      return old ? { ...old, deleted: now } : missing;
    });
  }

  /** Brings a deleted scenario back; its name gets a number where it was taken meanwhile. */
  restore(id: string): Promise<Done<{ id: string; name: string }>> {
    return this.write((rows) => {
      const old = rows.find((row) => row.id === id && row.deleted !== undefined);
      if (!old) return missing;
      const { saved, record } = old;
      return { id, saved, record, name: freeName(nameOf(old), rows) };
    });
  }

  /** Forgets for good what was deleted before a time, ms since 1970. @returns how many */
  async purge(before: number): Promise<Done<number>> {
    return this.tried(async (database) => {
      const transaction = database.transaction(store, "readwrite");
      const old = (await transaction.store.getAll()).filter(
        ({ deleted }) => typeof deleted === "number" && deleted < before,
      );
      await Promise.all([...old.map(({ id }) => transaction.store.delete(id)), transaction.done]);
      return old.length;
    });
  }

  /** Lets go of the database and the other tabs. */
  async close(): Promise<void> {
    this.channel?.close();
    this.listeners.clear();
    this.gone = true;
    (await this.database).close();
  }

  private row(name: string, document: ScenarioDocument, saved: number): Row {
    // The name stands beside the record: renaming leaves the record as its version wrote it.
    return { id: crypto.randomUUID(), name, saved, record: recordOf(document, this.today) };
  }

  private listed(row: Row): SavedScenario {
    const outcome = readRecord(row.record, this.today.model);
    const name = nameOf(row);
    const saved = Number.isFinite(row.saved) ? row.saved : 0;
    return { id: row.id, name, saved, opening: openingOf(outcome, this.today, `“${name}”`) };
  }

  /** Writes one row, made from all there are in the same transaction; a text in its place says why not. */
  private async write(make: (rows: Row[]) => Row | string): Promise<Done<{ id: string; name: string }>> {
    let refusal = "";
    const done = await this.tried(async (database) => {
      const transaction = database.transaction(store, "readwrite");
      const row = make(await transaction.store.getAll());
      if (typeof row === "string") {
        refusal = row;
        await transaction.done;
        return { id: "", name: "" };
      }
      await Promise.all([transaction.store.put(row), transaction.done]);
      return { id: row.id, name: nameOf(row) };
    });
    if (refusal) return { ok: false, message: refusal };
    if (done.ok) {
      this.channel?.postMessage("changed");
      this.tell();
    }
    return done;
  }

  private async named<T>(name: string, then: (called: string) => Promise<Done<T>>): Promise<Done<T>> {
    const called = tidyName(name);
    return called ? then(called) : { ok: false, message: "A scenario needs a name to be saved." };
  }

  private async tried<T>(deed: (database: SavedDatabase) => Promise<T>): Promise<Done<T>> {
    try {
      if (this.gone) throw new DOMException("closed", "InvalidStateError");
      return { ok: true, value: await deed(await this.database) };
    } catch (error) {
      return { ok: false, message: storageTrouble(error) };
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
