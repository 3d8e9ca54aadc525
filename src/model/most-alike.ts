import type { AskingCity, CityContext } from "./city-contexts.js";
import { dimensions } from "./names.js";
import { likenessesOf, type Likeness } from "./likeness.js";

/** A mapped city, and what is alike between it and another one. */
export interface AlikeCity {
  city: CityContext;
  /** 0 … 1: the mean of the likenesses. What no document tells gives no point: likeness has to be shown. */
  alike: number;
  likenesses: Likeness[];
  /** Mean difference of initiatives over the dimensions that both have a count of; null where there is none. */
  apart: number | null;
}

/**
 * The mapped cities that are most like a city, the most like first. Of those that are equally like it, the one whose
 * initiatives are nearest in number comes first, then the first given.
 * @param cities of the evidence
 * @param most how many are given
 */
export function mostAlike(city: AskingCity, cities: readonly CityContext[], most: number): AlikeCity[] {
  return cities
    .filter(({ id, initiatives }) => initiatives !== null && id !== city.id)
    .map((other): AlikeCity => {
      const likenesses = likenessesOf(city, other, other.region);
      const points = likenesses.reduce((sum, { alike }) => sum + (alike ?? 0), 0);
      return { city: other, alike: points / likenesses.length, likenesses, apart: apart(city, other) };
    })
    .sort((a, b) => b.alike - a.alike || (a.apart ?? 0) - (b.apart ?? 0))
    .slice(0, most);
}

function apart(a: AskingCity, b: CityContext): number | null {
  const differences = dimensions.flatMap((dimension) => {
    const [own, there] = [a.initiatives?.[dimension] ?? null, b.initiatives?.[dimension] ?? null];
    return own === null || there === null ? [] : Math.abs(own - there);
  });
  return differences.length ? differences.reduce((sum, d) => sum + d, 0) / differences.length : null;
}
