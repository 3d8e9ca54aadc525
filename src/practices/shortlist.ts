/** Where the shortlist is kept in the browser. */
export const storageKey = "arrivals-shortlist";

/** More than anybody compares; what a hostile store holds beyond it is left away. */
export const mostChosen = 200;

type Store = Pick<Storage, "getItem" | "setItem">;

/**
 * Practices a reader has set aside, in her order, kept in the browser and the same in all its tabs. Where the browser
 * keeps nothing, the list lasts for the visit.
 */
export class Shortlist {
  private chosen: string[];
  private readonly listeners = new Set<() => void>();
  /** False where the browser refuses to keep it. */
  kept: boolean;

  /** @param store the browser's; null where the page may not have it */
  constructor(private readonly store: Store | null) {
    this.kept = store !== null;
    this.chosen = this.stored() ?? [];
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
    this.change((ids) =>
      ids.includes(id) ? ids.filter((of) => of !== id) : [...ids, id].slice(0, mostChosen),
    );
  }

  /** Moves a practice by so many places; no further than the ends. */
  move(id: string, by: number): void {
    this.change((ids) => {
      const from = ids.indexOf(id);
      if (from < 0) return ids;
      const rest = ids.filter((of) => of !== id);
      const to = Math.max(0, Math.min(rest.length, from + by));
      return [...rest.slice(0, to), id, ...rest.slice(to)];
    });
  }

  clear(): void {
    this.change(() => []);
  }

  /** Takes over what another tab has stored. */
  refresh(): void {
    const stored = this.stored();
    if (!stored || String(stored) === String(this.chosen)) return;
    this.chosen = stored;
    this.tell();
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A change starts from what is stored now, so that two tabs do not undo each other. */
  private change(next: (ids: readonly string[]) => string[] | readonly string[]): void {
    this.chosen = [...next(this.stored() ?? this.chosen)];
    try {
      this.store?.setItem(storageKey, JSON.stringify(this.chosen));
    } catch {
      this.kept = false;
    }
    this.tell();
  }

  /** What is stored; null where nothing can be read. What is no list of ids counts as empty. */
  private stored(): string[] | null {
    if (!this.store || !this.kept) return null;
    try {
      const read: unknown = JSON.parse(this.store.getItem(storageKey) ?? "[]");
      const ids = Array.isArray(read) ? read : [];
      return [
        ...new Set(ids.filter((id): id is string => typeof id === "string" && /^[a-z0-9-]{1,120}$/.test(id))),
      ].slice(0, mostChosen);
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      this.kept = false;
      return null;
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** The browser's store, where the page may have one. */
export function browserStore(window: Pick<Window, "localStorage">): Store | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
