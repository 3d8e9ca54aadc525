import type { AskingCity, CityContext } from "../model/city-contexts.js";
import { asksForOwnCity, citiesToAskFor, withMyCity, withoutMyCity } from "./asked-city.js";
import type { KnownPlace } from "./context-of.js";
import type { MyCity } from "./my-city.js";
import { readerCity, followReaderCity } from "./reader-city.js";

/** What a page does when the reader's city changes. */
export interface PageCityDeeds {
  /** Offers the city of the reader's own, which came, changed or went. */
  offer: (own: MyCity["own"]) => void;
  /** She chose another city in this page's bar; null: none. */
  choose: (id: string | null) => void;
}

/**
 * The cities that a page can be asked for: those of the evidence and the reader's own. Its address wins over the
 * reader's city, which it opens on where it asks for none.
 */
export class PageCities {
  /** The reader's own first. */
  all: AskingCity[] = [];
  private mine: MyCity = readerCity.now;

  /** @param places that tell where a country lies; default the cities */
  constructor(
    private readonly cities: readonly CityContext[],
    private readonly places: readonly KnownPlace[] = cities,
  ) {
    this.take(this.mine);
  }

  get own(): MyCity["own"] {
    return this.mine.own;
  }

  of(id: string | null): AskingCity | null {
    return this.all.find((city) => city.id === id) ?? null;
  }

  /** The query that the page opens with. */
  opening(search: string): string {
    return withMyCity(search, this.mine, this.all);
  }

  /** Whether an address asks for a city of the reader's own, and this browser has none. */
  isElsewhere(search: string): boolean {
    return asksForOwnCity(search) && this.own === null;
  }

  /** What can be read of a query: without a city whose numbers are in another browser. */
  readable(search: string): string {
    if (!this.isElsewhere(search)) return search;
    const others = new URLSearchParams(search);
    others.delete("city");
    return others.toString();
  }

  /** The query of a view. @param hasCity false: it says so where the page would open on the reader's city */
  written(search: string, hasCity: boolean): string {
    return hasCity || this.of(this.mine.chosen) === null ? search : withoutMyCity(search);
  }

  follow(document: Document, { offer, choose }: PageCityDeeds): void {
    offer(this.own);
    followReaderCity(document, (mine, chosenHere) => {
      this.take(mine);
      offer(mine.own);
      if (chosenHere) choose(this.of(mine.chosen)?.id ?? null);
    });
  }

  private take(mine: MyCity): void {
    this.mine = mine;
    this.all = citiesToAskFor(mine.own, this.cities, this.places);
  }
}
