import { element } from "../components/element.js";
import type { Choice, Options } from "../components/figure.js";
import { ownCityLabel } from "../components/own-rows.js";
import { wordsFor } from "../components/reader-error.js";
import { readWeights } from "../components/weights-address.js";
import type { AskingCity } from "../model/city-contexts.js";
import { comparatorsOf } from "../model/comparators.js";
import { ownCityId, type OwnCity } from "../model/own-city.js";
import { firstFocus } from "../figures/focus.js";
import { anotherCityButton } from "../components/city-buttons.js";
import { askedCity, cityToOpenOn, notHeld, ownCityElsewhere } from "../my-city/asked-city.js";
import { chosenContext } from "../my-city/chosen-context.js";
import { fetchCities } from "../my-city/fetch-cities.js";
import { followReaderCity, readerCity } from "../my-city/reader-city.js";
import { besideWords } from "./beside-words.js";

/** Cities beside the reader's own where she has asked for none. */
const besideCount = 2;

/** How a page of compared cities opens. */
export interface ComparedOpening {
  /** The query that it opens with. */
  search: string;
  /** The choice to read it with. */
  choice: Choice;
  /** What to say at the top, and what to offer with it. */
  notes: string[];
  more?: HTMLElement;
}

/** The cities that a page compares: those offered and the reader's own. The page opens on her city. */
export class ComparedCities {
  private mine = readerCity.now;
  /** The line that says why these cities. */
  private readonly line: HTMLElement;
  private said = 0;

  /**
   * @param offered the choice of mapped cities
   * @param place of its checkboxes
   */
  constructor(
    private readonly document: Document,
    private readonly offered: Choice,
    readonly place: HTMLElement,
  ) {
    this.line = element(document, "p", { role: "status" });
    place.after(this.line);
  }

  get own(): OwnCity | null {
    return this.mine.own;
  }

  /** The cities offered, the reader's own last. */
  get choice(): Choice {
    const { offered, own } = this;
    if (!own) return offered;
    const values = [...offered.values, { value: ownCityId, label: ownCityLabel(own) }];
    return { ...offered, values, several: { least: offered.several?.least ?? 1, most: values.length } };
  }

  /** Whether a page without cities in its address would open on the reader's. */
  get opensOnMine(): boolean {
    return this.isOffered(this.mine.chosen);
  }

  /** How the page opens: as its address asks, else with the reader's city beside those most like it. */
  async open(search: string): Promise<ComparedOpening> {
    const { choice, own } = this;
    this.say("");
    const asked = new URLSearchParams(search);
    const opening = { search, choice, notes: [] };
    if (!asked.has("cities")) {
      const notes = await this.refusedCity(askedCity(search));
      return { ...opening, notes, search: notes.length ? search : await this.beginning(search) };
    }
    const cities = asked.getAll("cities").flatMap((part) => part.split(","));
    const others = cities.filter((city) => city.trim().toLowerCase() !== ownCityId);
    if (own || others.length === cities.length) return opening;
    if (others.length) asked.set("cities", others.join(","));
    else asked.delete("cities");
    return {
      search: `?${asked}`,
      // The rest is shown, be it one city.
      choice: { ...choice, several: { least: 1, most: choice.values.length } },
      notes: [ownCityElsewhere],
      more: anotherCityButton(this.document, "Another city…"),
    };
  }

  /**
   * Follows the reader's city.
   * @param cities those compared now
   * @param show is given those to compare from here on, and the city in focus where she has just chosen hers
   */
  follow(cities: () => string, show: (changed: Options) => void): void {
    followReaderCity(this.document, (mine, chosenHere) => {
      this.mine = mine;
      const compared = new Set(cities().split(","));
      if (!mine.own) compared.delete(ownCityId);
      if (chosenHere && this.isOffered(mine.chosen)) compared.add(mine.chosen!);
      const { values, several } = this.choice;
      const kept = values.filter(({ value }) => compared.has(value));
      const enough = kept.length >= (several?.least ?? 1) ? kept : this.offered.values;
      const changed: Options = { cities: enough.map(({ value }) => value).join(",") };
      if (chosenHere) changed.focus = this.canFocus(mine.chosen) ? mine.chosen : firstFocus;
      show(changed);
      if (chosenHere && mine.chosen !== null && !this.isOffered(mine.chosen)) void this.sayUncounted();
    });
  }

  /** Says why these cities; the empty text once they are others. */
  say(words: string): void {
    this.said++;
    this.line.textContent = words;
  }

  private isOffered(id: string | null): boolean {
    return this.choice.values.some(({ value }) => value === id);
  }

  /** A city of the reader's own stands out without being asked for. */
  private canFocus(id: string | null): id is string {
    return this.offered.values.some(({ value }) => value === id);
  }

  /** Why the page does not open on the city that its address asks for; empty where it does. */
  private async refusedCity(id: string | null | undefined): Promise<string[]> {
    if (!id || this.isOffered(id)) return [];
    if (id === ownCityId) return [ownCityElsewhere];
    const cities = await fetchCities().catch(() => []);
    const name = cities.find((city) => city.id === id)?.name;
    return [name ? uncountedWords(name) : `${notHeld(id)}. All cities that were counted are shown.`];
  }

  /** @param search whose `city` wins over the reader’s own choice */
  private async beginning(search: string): Promise<string> {
    const chosen = cityToOpenOn(search, this.mine);
    if (chosen === null) return search;
    if (!this.isOffered(chosen)) {
      void this.sayUncounted();
      return search;
    }
    try {
      const cities = await fetchCities();
      const city = chosenContext({ ...this.mine, chosen }, cities);
      if (!city) return search;
      const { weights } = readWeights(search);
      const beside = comparatorsOf(city, cities, weights).slice(0, besideCount);
      const parameters = new URLSearchParams(search);
      parameters.set("cities", [...beside.map(({ city }) => city.id), chosen].join(","));
      if (this.canFocus(chosen) && !parameters.has("focus")) parameters.set("focus", chosen);
      this.say(besideWords(this.nameOf(city), beside, weights));
      return `?${parameters}`;
    } catch (error) {
      this.say(wordsFor(error, "Which cities are most like yours could not be read."));
      return search;
    }
  }

  private async sayUncounted(): Promise<void> {
    this.say("");
    const asking = this.said;
    const city = await fetchCities().then(
      (cities) => chosenContext(this.mine, cities),
      () => null,
    );
    if (city && asking === this.said) this.say(uncountedWords(city.name));
  }

  private nameOf({ id, name }: AskingCity): string {
    return id === ownCityId && this.own ? ownCityLabel(this.own) : name;
  }
}

const uncountedWords = (name: string): string =>
  `${name} is not among these cities: nobody counted its initiatives.`;
