import { faultsWords } from "../components/fault-words.js";
import { bad, good } from "../model/outcome.js";
import type { ScenarioDocument } from "./document.js";
import { readRecord } from "./read-record.js";
import { recordOf, tidyName, type ScenarioRecord, type Today } from "./record.js";
import type { SavedRow } from "./saved-database.js";
import { listedRow, type SavedScenario } from "./saved-listed.js";
import { freeName, handleOf, isDeleted, missing, nameOf, readable, rowOf, timeOf } from "./saved-row.js";
import { SavedRows, type Done, type NamedRow } from "./saved-rows.js";

export type { SavedScenario } from "./saved-listed.js";
export type { Done } from "./saved-rows.js";

/**
 * Scenarios saved by name in this browser, shared by its tabs. Names need not differ when they come: a name that is
 * taken gets a number, "Cut (2)", so that nothing is overwritten and nothing refused. What another version wrote is
 * never changed.
 */
export class Saved {
  private constructor(
    private readonly today: Today,
    private readonly rows: SavedRows,
  ) {}

  /**
   * Opens the saved scenarios. Where the browser allows none, says so.
   * @param name of the database, for tests
   */
  static async open(today: Today, name = "arrivals-scenarios"): Promise<Done<Saved>> {
    const rows = await SavedRows.open(name);
    return rows.ok ? good(new Saved(today, rows.value)) : rows;
  }

  /** Calls back after every change, of this tab or another. @returns a function that ends this */
  subscribe(listener: () => void): () => void {
    return this.rows.subscribe(listener);
  }

  /** All that are saved, the last saved first. */
  async list(): Promise<Done<SavedScenario[]>> {
    const rows = await this.rows.all();
    if (!rows.ok) return rows;
    const listed = rows.value.filter((row) => !isDeleted(row)).map((row) => listedRow(row, this.today));
    return good(listed.sort((a, b) => b.saved - a.saved || (a.id < b.id ? -1 : 1)));
  }

  /**
   * Saves a document under a name, on today's evidence.
   * @param now ms since 1970
   * @returns its id and the name it got
   */
  save(name: string, document: ScenarioDocument, now: number): Promise<Done<NamedRow>> {
    return this.add(name, recordOf(document, this.today), now);
  }

  /**
   * Saves a record as it is, on the evidence it was made on: that of a file, for example. Its own name is left out.
   * @param record from outside: what cannot be read is refused, with why
   * @param now ms since 1970
   */
  async keep(name: string, record: unknown, now: number): Promise<Done<NamedRow>> {
    const outcome = readRecord(record, this.today.model, this.today.awaitsRegister);
    if (outcome.ok) return this.add(name, outcome.value.record, now);
    return bad({ message: `It cannot be saved: ${faultsWords(outcome.faults)}.` });
  }

  /** Saves a document in place of what the id holds, under the same name. */
  replace(id: string, document: ScenarioDocument, now: number): Promise<Done<NamedRow>> {
    return this.rows.write((rows) => {
      const old = readable(rows, id, this.today);
      if (!old.ok) return old;
      return good({ ...old.value, saved: now, record: recordOf(document, this.today) });
    });
  }

  /** Gives another name; the time of saving stays. */
  rename(id: string, name: string): Promise<Done<NamedRow>> {
    return named(name, (called) =>
      this.rows.write((rows) => {
        const old = readable(rows, id, this.today);
        if (!old.ok) return old;
        const others = rows.filter((row) => row !== old.value);
        return good({ ...old.value, name: freeName(called, others) });
      }),
    );
  }

  /** Saves a copy, with the same basis. */
  duplicate(id: string, now: number): Promise<Done<NamedRow>> {
    return this.rows.write((rows) => {
      const old = readable(rows, id, this.today);
      if (!old.ok) return old;
      const name = freeName(nameOf(old.value), rows);
      return good({ ...old.value, id: crypto.randomUUID(), name, saved: now });
    });
  }

  /** Takes a scenario from the list; `restore` brings it back until it is purged. */
  remove(id: string, now: number): Promise<Done<NamedRow>> {
    return this.rows.write((rows) => {
      const old = rowOf(rows, id);
      return old ? good({ ...old, deleted: now }) : missing;
    });
  }

  /** Brings a deleted scenario back; its name gets a number where it was taken meanwhile. */
  restore(id: string): Promise<Done<NamedRow>> {
    return this.rows.write((rows) => {
      const old = rows.find((row) => handleOf(row.id) === id && isDeleted(row));
      if (!old) return missing;
      const back = { ...old, name: freeName(nameOf(old), rows) };
      delete back.deleted;
      return good(back);
    });
  }

  /** What the browser keeps under an id, whatever version wrote it, for a reader who wants it as it is. */
  async raw(id: string): Promise<Done<SavedRow>> {
    const rows = await this.rows.all();
    if (!rows.ok) return rows;
    const row = rowOf(rows.value, id);
    return row ? good(row) : missing;
  }

  /** Forgets for good what was deleted before a time, ms since 1970. @returns how many */
  purge(before: number): Promise<Done<number>> {
    return this.rows.purge((row) => (timeOf(row.deleted) ?? before) < before);
  }

  /** Lets go of the database and the other tabs. */
  close(): void {
    this.rows.close();
  }

  private add(name: string, record: ScenarioRecord, saved: number): Promise<Done<NamedRow>> {
    // The name stands beside the record: renaming leaves the record as its version wrote it.
    const nameless = { ...record };
    delete nameless.name;
    return named(name, (called) =>
      this.rows.write((rows) =>
        good({ id: crypto.randomUUID(), name: freeName(called, rows), saved, record: nameless }),
      ),
    );
  }
}

async function named<T>(name: string, then: (called: string) => Promise<Done<T>>): Promise<Done<T>> {
  const called = tidyName(name);
  return called ? then(called) : bad({ message: "A scenario needs a name to be saved." });
}
