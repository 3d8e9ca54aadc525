import type { Source } from "../components/figure.js";
import type { CountTable } from "../model/baseline.js";
import type { Model } from "../model/model.js";

/**
 * Where the counts stand that numbers of a scenario are made from, each place once: of all mapped cities, with which a
 * city is compared.
 * @param city id of the city whose counts come first
 * @param alone true where no count of another city is behind the numbers; of a city that the evidence does not hold,
 * those it stands beside are named all the same
 */
export function countSources(
  model: Model,
  tables: readonly CountTable[],
  { city, alone = false }: { city?: string; alone?: boolean } = {},
): Source[] {
  const { cities, sources } = (model.whole ?? model).baseline;
  const held = city !== undefined && cities.includes(city);
  const others = held && alone ? [] : cities;
  const places = (held ? [city, ...others] : others).flatMap((id) =>
    tables.flatMap((table) => sources?.[table].get(id) ?? []),
  );
  const found = new Map(places.map((place) => [JSON.stringify([place.source_id, place.locator]), place]));
  return [...found.values()];
}
