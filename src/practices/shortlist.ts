import type { KeptStorage } from "../kept/aside.js";
import { Kept } from "../kept/kept.js";
import { mostChosen, shortlistForm, storageKey } from "./shortlist-form.js";

/**
 * Practices a reader has set aside, in her order, kept in the browser and the same in all its tabs. Where the browser
 * keeps nothing, the list lasts for the visit.
 */
export class Shortlist {
  /** Where and how the list is kept, with what is wrong there. */
  readonly kept: Kept<readonly string[]>;
  /** True after a practice was not added, for the list is full. */
  full = false;
  private chosen: readonly string[];
  private readonly listeners = new Set<() => void>();

  /** @param storage gives the browser's; may throw, as browsers do that keep nothing */
  constructor(storage: () => KeptStorage) {
    this.kept = new Kept(storage, storageKey, shortlistForm, []);
    this.chosen = this.kept.read();
  }

  /** Ids of the practices, in the reader's order. */
  get ids(): readonly string[] {
    return this.chosen;
  }

  has(id: string): boolean {
    return this.chosen.includes(id);
  }

  /** Adds a practice at the end, or takes it away. */
  toggle(id: string): void {
    this.change((ids) => {
      if (ids.includes(id)) return ids.filter((other) => other !== id);
      this.full = ids.length >= mostChosen;
      return this.full ? ids : [...ids, id];
    });
  }

  /** Moves a practice by so many places; no further than the ends. */
  move(id: string, by: number): void {
    this.change((ids) => {
      const from = ids.indexOf(id);
      if (from < 0) return ids;
      const rest = ids.filter((other) => other !== id);
      const to = Math.max(0, Math.min(rest.length, from + by));
      return [...rest.slice(0, to), id, ...rest.slice(to)];
    });
  }

  clear(): void {
    this.change(() => []);
  }

  /** Follows what another tab has stored. @param key what it changed; null: everything was emptied */
  refresh(key: string | null = storageKey): void {
    if (key !== null && key !== storageKey) return;
    const { trouble } = this.kept;
    const before = String(this.chosen);
    this.chosen = this.kept.follow(key);
    if (String(this.chosen) !== before || this.kept.trouble !== trouble) this.tell();
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A change starts from what is stored now, so that two tabs do not undo each other. */
  private change(next: (ids: readonly string[]) => readonly string[]): void {
    this.full = false;
    const now = this.kept.now();
    this.chosen = next(now);
    if (this.chosen !== now) this.kept.write(this.chosen);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
