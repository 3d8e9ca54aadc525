import { marksFile, readMarksFile, type PlaceMarks } from "./marks-file.js";
import type { Marks } from "./marks.js";
import type { Place } from "./place.js";

const prefix = "arrivals-marks/";
const none: Marks = new Map();

/** The part of the browser's storage that marks need. */
export type MarkStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * The marks of each place, kept in the browser (localStorage: small, and its changes reach other tabs by themselves).
 * Where the browser refuses or is full, they last for the visit, and `trouble` says so. What is stored and cannot be
 * read is put aside under a name of its own before anything is written over it.
 */
export class MarksStore {
  /** Why marks are not kept, in a sentence; empty where they are. */
  trouble = "";
  /** Marks of this visit that the browser did not take, and why. */
  private readonly unkept = new Map<string, { marks: Marks; why: string }>();

  /**
   * @param storage gives the browser's storage; may throw, as browsers do that keep nothing
   * @param cities ids of the cities of the evidence
   * @param dataVersion hash of the data that marks are made on
   */
  constructor(
    private readonly storage: () => MarkStorage,
    private readonly cities: ReadonlySet<string>,
    private readonly dataVersion: string,
  ) {}

  read({ key }: Place): Marks {
    const unkept = this.unkept.get(key);
    if (unkept) {
      this.trouble = unkept.why;
      return unkept.marks;
    }
    // What troubled another place is not this one's.
    this.trouble = "";
    const text = this.attempt((storage) => storage.getItem(prefix + key)) ?? null;
    if (text === null) return none;
    const kept = readMarksFile(text, this.cities);
    if (kept.ok) return kept.value.marks;
    this.trouble = this.putAside(key, text)
      ? "What this browser kept of the place could not be read; it was put aside, and marks start afresh."
      : "What this browser kept of the place could not be read, and there is no room to put it aside: it stays as it is, and marks last for this visit only. Export them to keep them.";
    return none;
  }

  /** @returns whether nothing unreadable is lost if the place is written over */
  private putAside(key: string, text: string): boolean {
    const aside = `${prefix}${key}/unreadable`;
    return (
      this.attempt((storage) => (storage.setItem(aside, text), storage.getItem(aside) === text)) ?? false
    );
  }

  /** Whether what is stored of a place could not be read and stands nowhere else. */
  private holdsUnreadable(key: string): boolean {
    const text = this.attempt((storage) => storage.getItem(prefix + key)) ?? null;
    return text !== null && !readMarksFile(text, this.cities).ok && !this.putAside(key, text);
  }

  write(place: Place, marks: Marks): void {
    const { key, city, name } = place;
    const kept: PlaceMarks = { city, name, marks };
    const done =
      !this.holdsUnreadable(key) &&
      this.attempt((storage) => {
        if (marks.size === 0) storage.removeItem(prefix + key);
        else storage.setItem(prefix + key, marksFile(kept, this.dataVersion));
        return true;
      });
    if (done) {
      this.unkept.delete(key);
      this.trouble = "";
    } else this.unkept.set(key, { marks, why: this.trouble });
  }

  /** Whether a change of the browser's storage touches the marks of a place. @param key null: all was cleared */
  touches(key: string | null, place: Place): boolean {
    return key === null || key === prefix + place.key;
  }

  private attempt<T>(act: (storage: MarkStorage) => T): T | undefined {
    try {
      return act(this.storage());
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.trouble = full
        ? "The browser has no room left: marks last for this visit only. Export them, or free some room."
        : "This browser keeps nothing for this page (a private window, perhaps, or site data is switched off): marks last for this visit only. Export them to keep them.";
      return undefined;
    }
  }
}
