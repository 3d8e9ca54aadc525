import type { AskingCity, CityContext } from "../model/city-contexts.js";
import { contextOf } from "./context-of.js";
import { type MyCity } from "./my-city.js";
import { ownCityId } from "../model/own-city.js";

/** What is known of the chosen city; null while none is chosen, or where the evidence holds it no longer. */
export function chosenContext({ chosen, own }: MyCity, cities: readonly CityContext[]): AskingCity | null {
  if (chosen === ownCityId) return own && contextOf(own, cities);
  return cities.find(({ id }) => id === chosen) ?? null;
}
