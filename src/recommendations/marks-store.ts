import type { KeptStorage } from "../kept/aside.js";
import { Kept } from "../kept/kept.js";
import { marksForm } from "./marks-form.js";
import type { Marks } from "./marks.js";
import type { Place } from "./place.js";

const prefix = "arrivals-marks/";
const none: Marks = new Map();

/**
 * The marks of each place, kept in the browser (localStorage: small, and its changes reach other tabs by themselves).
 * How they are kept, and what becomes of what cannot be read, is `Kept`'s.
 */
export class MarksStore {
  private readonly places = new Map<string, Kept<Marks>>();

  /**
   * @param storage gives the browser's storage; may throw, as browsers do that keep nothing
   * @param cities ids of the cities of the evidence
   * @param dataVersion hash of the data that marks are made on
   */
  constructor(
    private readonly storage: () => KeptStorage,
    private readonly cities: ReadonlySet<string>,
    private readonly dataVersion: string,
  ) {}

  read(place: Place): Marks {
    return this.of(place).read();
  }

  /** What a change starts from: another tab may have marked something since. */
  now(place: Place): Marks {
    return this.of(place).now();
  }

  write(place: Place, marks: Marks): void {
    this.of(place).write(marks);
  }

  /** Whether so many marks could be read again. */
  fits(place: Place, marks: Marks): boolean {
    return this.of(place).fits(marks);
  }

  /** Follows a change of another tab. @param key what it changed; null: everything was emptied */
  follow(key: string | null, place: Place): Marks {
    return this.of(place).follow(key);
  }

  /** Whether a change of the browser's storage touches the marks of a place. @param key null: all was cleared */
  touches(key: string | null, place: Place): boolean {
    return key === null || key === prefix + place.key;
  }

  /** Where the marks of a place are kept, with what is wrong there. */
  of({ key, city, name }: Place): Kept<Marks> {
    const known = this.places.get(key);
    if (known) return known;
    const form = marksForm(city, name, this.cities, this.dataVersion);
    // Where versions before this one put aside the marks that they could not read.
    const kept = new Kept(this.storage, prefix + key, form, none, [`${prefix}${key}/unreadable`]);
    this.places.set(key, kept);
    return kept;
  }
}
