import { shownText } from "../components/told-fault.js";
import type { AskingCity, CityContext } from "../model/city-contexts.js";
import { contextOf, type KnownPlace } from "./context-of.js";
import { type MyCity } from "./my-city.js";
import { ownCityId, type OwnCity } from "../model/own-city.js";

/** Value of `city` in an address that asks for no city, whichever is the reader's. */
export const anyCity = "any";

/** What a page says where its address asks for a city of the reader's own, and the browser has none. */
export const ownCityElsewhere =
  "The link asks for a city whose numbers a reader typed. They stay in the browser that they were typed in, and this one has none. Type those of a city here:";

/**
 * The city that an address asks for by its id.
 * @returns null where it asks for no city, whichever is the reader's; undefined where it says nothing of a city
 */
export function askedCity(search: string): string | null | undefined {
  const id = new URLSearchParams(search).get("city");
  if (id === null) return undefined;
  return id === "" || id === anyCity ? null : id;
}

/** The city that a page opens on: that of its address, else the reader's own choice. */
export function cityToOpenOn(search: string, { chosen }: Pick<MyCity, "chosen">): string | null {
  const asked = askedCity(search);
  return asked === undefined ? chosen : asked;
}

/**
 * Why a city is not shown of which nothing is known; without its full stop.
 * @param isAsked false where the reader chose it, when the evidence held it still
 */
export const notHeld = (id: string, isAsked = true): string =>
  `${isAsked ? "The link asks for" : "You chose"} the city “${shownText(id)}”, which the evidence does not hold`;

/**
 * The query that a page opens with: its own, and my city where it asks for none.
 * @param cities that the page can be asked for; my city may be one that the evidence holds no longer
 */
export function withMyCity(
  search: string,
  { chosen }: MyCity,
  cities: readonly Pick<CityContext, "id">[],
): string {
  const parameters = new URLSearchParams(search);
  if (parameters.has("city") || !cities.some(({ id }) => id === chosen)) return search;
  parameters.set("city", chosen!);
  return `?${parameters}`;
}

/**
 * The query of a view without a city, where a reader has one: it says so, or the page would open on hers.
 * @param search of the view
 */
export function withoutMyCity(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set("city", anyCity);
  return `?${parameters.toString().replaceAll("%2C", ",")}`;
}

/** Whether an address asks for a city of the reader's own. */
export function asksForOwnCity(search: string): boolean {
  return new URLSearchParams(search).get("city") === ownCityId;
}

/**
 * The cities that a page can be asked for: the reader's own, where she has one, and those of the evidence.
 * @param places that tell where a country lies; default the cities
 */
export function citiesToAskFor(
  own: OwnCity | null,
  cities: readonly CityContext[],
  places: readonly KnownPlace[] = cities,
): AskingCity[] {
  return own ? [contextOf(own, places), ...cities] : [...cities];
}

/** Whether scenarios can start from a city: its initiatives were counted by the study, or some of them by a reader. */
export function hasBaseline({ initiatives }: AskingCity): boolean {
  return initiatives !== null;
}
