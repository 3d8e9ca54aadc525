import type { AskingCity } from "../model/city-contexts.js";
import { folded } from "../model/folded.js";
import { ownCityId } from "../model/own-city.js";
import { tidyText } from "../model/tidy-text.js";

/** Value of `city` in the address for a place that the evidence has no row of; its name stands in `place`. */
export const anotherPlace = "another-place";
/** Longest name of another place, in characters. */
export const longestName = 60;

/** The place whose marks are shown. */
export interface Place {
  /** What its marks are kept under: "lisbon", "another-place/ghent". */
  key: string;
  name: string;
  /** Id of a city of the evidence; null for another place, and for the reader's own city. */
  city: string | null;
  /** What is known of it: of another place nothing, of the reader's own city what she typed. */
  context: AskingCity;
}

/** A name on one line, without what cannot be seen, cut at its longest. */
export function tidyPlaceName(name: string): string {
  // What cannot be seen parts words here: marks are kept under the name that comes of it.
  return tidyText(name.replace(/\p{C}/gu, " "), longestName);
}

/** The city that a name means, whatever its case and accents: one of the evidence, or the reader's own. */
export function cityNamed(name: string, cities: readonly AskingCity[]): AskingCity | undefined {
  return cities.find((city) => placeKey(city.name) === placeKey(name));
}

/**
 * The place that is chosen, or null while there is none.
 * @param city id of a city, "another-place", or empty
 * @param name of another place
 * @param cities of the evidence, and the reader's own where she has one
 */
export function placeOf(city: string, name: string, cities: readonly AskingCity[]): Place | null {
  const context = cities.find(({ id }) => id === city);
  // Under its name: marks of another place that is called so are its own.
  if (context?.id === ownCityId)
    return { key: keyOfName(context.name), name: context.name, city: null, context };
  if (context) return { key: context.id, name: context.name, city: context.id, context };
  const tidy = tidyPlaceName(name);
  if (city !== anotherPlace || tidy === "") return null;
  return {
    key: keyOfName(tidy),
    name: tidy,
    city: null,
    context: {
      id: anotherPlace,
      name: tidy,
      country: "",
      region: "",
      foreignBornPct: null,
      shareGroup: null,
      policyLevel: null,
      arrivals: null,
      challenges: null,
      countedIn: null,
      initiatives: null,
      partnerships: null,
    },
  };
}

const keyOfName = (name: string) => `${anotherPlace}/${placeKey(name)}`;

/** "São Paulo" and "sao paulo" are one place. */
function placeKey(name: string): string {
  return folded(name)
    .replace(/[\s\p{Pd}]+/gu, " ")
    .trim();
}
