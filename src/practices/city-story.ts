import { element } from "../components/element.js";
import type { AskingCity, CityContext } from "../model/city-contexts.js";
import { anotherCityButton } from "../components/city-buttons.js";
import { ownCityId } from "../model/own-city.js";
import { cityWords } from "./city-words.js";

/**
 * What the city lacks that practices are ranked for, and the way to its brief, or to the numbers that were typed.
 * @param political what the register has for a political gap; null without one
 */
export function cityStory(
  document: Document,
  link: (path: string) => string,
  city: AskingCity,
  cities: readonly CityContext[],
  political: string | null,
): HTMLElement {
  const more =
    city.id === ownCityId
      ? anotherCityButton(document, "Change its numbers")
      : element(document, "a", { href: link(`/cities/${city.id}`) }, `Brief of ${city.name}`);
  return element(document, "p", {}, cityWords(city, cities), " ", political && `${political} `, more);
}
