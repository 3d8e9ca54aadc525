import { Kept } from "../kept/kept.js";
import type { KeptStorage } from "../kept/aside.js";
import { noCity, type MyCity } from "./my-city.js";
import { ownCityId, type OwnCity } from "../model/own-city.js";
import { myCityForm, storageKey } from "./my-city-form.js";

/** The event on the document when another city is chosen, or its numbers changed, on this page or in another tab. */
export const cityChanged = "arrivals-my-city";

/** The reader's city as her browser keeps it, the same in all its tabs. */
export class KeptCity {
  readonly kept: Kept<MyCity>;

  /** @param storage gives the browser's; may throw, as browsers do that keep nothing */
  constructor(storage: () => KeptStorage) {
    this.kept = new Kept(storage, storageKey, myCityForm, noCity);
  }

  get now(): MyCity {
    return this.kept.read();
  }

  /** @param id of a city of the evidence, `ownCityId`, or null for none */
  choose(id: string | null): void {
    const { own } = this.kept.now();
    this.kept.write({ chosen: id === ownCityId && own === null ? null : id, own });
  }

  /** Keeps a city that the evidence does not hold, and chooses it. */
  keepOwn(own: OwnCity): void {
    this.kept.write({ chosen: ownCityId, own });
  }

  /** Forgets the reader's own city; it is chosen no longer. */
  removeOwn(): void {
    const { chosen } = this.kept.now();
    this.kept.write({ chosen: chosen === ownCityId ? null : chosen, own: null });
  }
}
