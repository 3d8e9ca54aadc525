import { listAside, putAside, requireKept, type Aside, type KeptStorage } from "./aside.js";

/** What a text is, as far as this version can read it. */
export interface KeptRead<T> {
  /** What can be used; null where nothing can. */
  value: T | null;
  /** What keeps the text from being written over: `damaged` in whole or part, or of a `newer` form. */
  fault: "damaged" | "newer" | null;
}

/** How a value is written and read. What `write` makes and `read` finds faulty is never kept: both have one limit. */
export interface KeptForm<T> {
  read: (text: string) => KeptRead<T>;
  /** @returns null where there is nothing to keep */
  write: (value: T) => string | null;
}

/** Why a value is not kept as it should be; `words.ts` says it. */
export type KeptTrouble =
  /** The browser keeps nothing, or no more. */
  | "refused"
  | "no room"
  /** What is kept cannot be read, or not as a whole. It stands where it stood until something is written. */
  | "damaged"
  | "newer"
  /** It could not be put aside, and stays: changes last for the visit. */
  | "no room aside"
  | "too many aside"
  /** It could not be read again. */
  | "too large"
  /** The browser was emptied while the page was open. */
  | "emptied";

/**
 * A value that the browser keeps for the reader under one key, the same in all its tabs. What cannot be read is put
 * aside before anything is written over it; what cannot be kept lasts for the visit; `trouble` says which. The last
 * good value stays whatever another tab or version writes.
 */
export class Kept<T> {
  trouble: KeptTrouble | null = null;
  private good: T;
  private last: { text: string; read: KeptRead<T> } | null = null;
  /** A value of this visit that the browser did not take, and what the browser had then. */
  private unkept: { value: T; over: string | null } | null = null;

  /**
   * @param storage gives the browser's storage; may throw, as browsers do that keep nothing
   * @param older keys under which versions before this one put texts aside
   */
  constructor(
    private readonly storage: () => KeptStorage,
    readonly key: string,
    private readonly form: KeptForm<T>,
    private readonly empty: T,
    private readonly older: readonly string[] = [],
  ) {
    this.good = empty;
  }

  /** What is kept now, or the last good value where that cannot be read. */
  read(): T {
    if (this.unkept) return this.unkept.value;
    const got = this.attempt((storage) => ({ text: storage.getItem(this.key) }));
    if (!got) return this.good;
    if (got.text === null) {
      this.trouble = null;
      return (this.good = this.empty);
    }
    const { value, fault } = this.reading(got.text);
    this.trouble = fault;
    return (this.good = value ?? this.good);
  }

  /** What a change starts from: another tab may have written since. What the browser lost meanwhile is not lost here. */
  now(): T {
    const { good } = this;
    return this.text() === null ? (this.unkept?.value ?? good) : this.read();
  }

  /** Follows a change that another tab made. @param key null: the browser was emptied, which takes nothing away here */
  follow(key: string | null): T {
    const { good } = this;
    if (key === null && !this.unkept && this.text() === null && this.form.write(good) !== null) {
      this.unkept = { value: good, over: null };
      this.trouble = "emptied";
    }
    return this.read();
  }

  /** Keeps a value, or holds it for the visit. */
  write(value: T): void {
    const text = this.form.write(value);
    const over = this.text();
    const fits = this.fits(value);
    if (!fits) this.trouble = "too large";
    const done =
      fits &&
      this.attempt((storage) => {
        if (over !== null && this.isOnlyCopy(over) && !this.putAside(storage, over)) return false;
        if (text === null) storage.removeItem(this.key);
        else storage.setItem(this.key, text);
        requireKept(storage, this.key, text);
        return true;
      });
    if (done) {
      this.unkept = null;
      this.trouble = null;
      this.good = value;
    } else this.unkept = { value, over: this.unkept ? this.unkept.over : over };
  }

  /** Whether a value could be read again once it is written. */
  fits(value: T): boolean {
    const text = this.form.write(value);
    return text === null || this.form.read(text).fault === null;
  }

  /** What was put aside, and last what stands under the key itself and cannot be read. */
  aside(): Aside[] {
    return (
      this.quietly((storage) => {
        const found = listAside(storage, this.key, this.older).filter(
          // What can be read under an older key is a thing of its own.
          ({ key, text }) => !this.older.includes(key) || this.form.read(text).fault !== null,
        );
        const text = storage.getItem(this.key);
        const stays = text !== null && this.reading(text).fault !== null;
        return stays && !found.some((of) => of.text === text) ? [...found, { key: this.key, text }] : found;
      }) ?? []
    );
  }

  /** Takes one of `aside()` away for good; what waited for that is kept now. @returns whether it is gone */
  remove({ key, text }: Aside): boolean {
    const gone = this.quietly((storage) => {
      if (storage.getItem(key) !== text) return false;
      storage.removeItem(key);
      return storage.getItem(key) === null;
    });
    if (gone) {
      if (this.unkept) this.write(this.unkept.value);
      else if (key === this.key) this.write(this.good);
    }
    return gone ?? false;
  }

  /** Whether writing over a text would lose it: it cannot be read, or came while this tab's own was not taken. */
  private isOnlyCopy(text: string): boolean {
    if (this.reading(text).fault !== null) return true;
    return this.unkept !== null && text !== this.unkept.over;
  }

  /** The same text is asked for several times with every change. */
  private reading(text: string): KeptRead<T> {
    if (this.last?.text !== text) this.last = { text, read: this.form.read(text) };
    return this.last.read;
  }

  private putAside(storage: KeptStorage, text: string): boolean {
    try {
      if (putAside(storage, this.key, text) === "done") return true;
      this.trouble = "too many aside";
    } catch {
      this.trouble = "no room aside";
    }
    return false;
  }

  private text(): string | null {
    return this.quietly((storage) => storage.getItem(this.key)) ?? null;
  }

  private quietly<R>(act: (storage: KeptStorage) => R): R | undefined {
    const { trouble } = this;
    const done = this.attempt(act);
    this.trouble = trouble;
    return done;
  }

  private attempt<R>(act: (storage: KeptStorage) => R): R | undefined {
    try {
      return act(this.storage());
    } catch (error) {
      this.trouble =
        error instanceof DOMException && error.name === "QuotaExceededError" ? "no room" : "refused";
      return undefined;
    }
  }
}
