import type { CityContext } from "../model/city-contexts.js";
import { folded } from "../model/folded.js";

/** Value of `city` in the address for a place that the evidence has no row of; its name stands in `place`. */
export const anotherPlace = "another-place";
/** Longest name of another place, in characters. */
export const longestName = 60;

/** The place whose marks are shown. */
export interface Place {
  /** What its marks are kept under: "lisbon", "another-place/ghent". */
  key: string;
  name: string;
  /** Id of a city of the evidence; null for another place. */
  city: string | null;
  /** What the evidence knows of it: of another place, nothing. */
  context: CityContext;
}

/** A name on one line, without what cannot be seen, cut at its longest. */
export function tidyPlaceName(name: string): string {
  const seen = name.replace(/\p{C}/gu, " ").replace(/\s+/g, " ").trim();
  return [...seen].slice(0, longestName).join("").trim();
}

/** The city of the evidence that a name means, whatever its case and accents. */
export function cityNamed(name: string, cities: readonly CityContext[]): CityContext | undefined {
  return cities.find((city) => placeKey(city.name) === placeKey(name));
}

/**
 * The place that is chosen, or null while there is none.
 * @param city id of a city, "another-place", or empty
 * @param name of another place
 */
export function placeOf(city: string, name: string, cities: readonly CityContext[]): Place | null {
  const context = cities.find(({ id }) => id === city);
  if (context) return { key: context.id, name: context.name, city: context.id, context };
  const tidy = tidyPlaceName(name);
  if (city !== anotherPlace || tidy === "") return null;
  return {
    key: `${anotherPlace}/${placeKey(tidy)}`,
    name: tidy,
    city: null,
    context: {
      id: anotherPlace,
      name: tidy,
      country: "",
      region: "",
      foreignBornPct: null,
      policyLevel: null,
      arrivals: null,
      initiatives: null,
    },
  };
}

/** "São Paulo" and "sao paulo" are one place. */
function placeKey(name: string): string {
  return folded(name)
    .replace(/[\s\p{Pd}]+/gu, " ")
    .trim();
}
