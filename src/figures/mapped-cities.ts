import type { Choice, Options, Row } from "../components/figure.js";

/** A mapped city as choices offer it. */
export interface MappedCity {
  /** Its id. */
  value: string;
  /** Its name. */
  label: string;
}

let known: readonly MappedCity[] = [];

/**
 * Tells the figures which cities are mapped. The builder reads them from the evidence, a page from the list of cities
 * in its bar; a query for all of them asks the table `cities` itself.
 */
export function knowMappedCities(cities: readonly MappedCity[]): void {
  known = [...cities].sort((a, b) => a.label.localeCompare(b.label, "en"));
}

/** The mapped cities among the rows of the table `cities`. */
export function mappedAmong(cities: readonly Row[]): MappedCity[] {
  return cities
    .filter((row) => row.mapped === true)
    .map((row) => ({ value: String(row.city_id), label: String(row.name) }));
}

/** The mapped cities by name. */
export const mappedCities = (): MappedCity[] => [...known];

/** The choice of two mapped cities or more that the figures of a page share. */
export const citiesChoice: Choice = {
  name: "cities",
  label: "Cities",
  get values() {
    return mappedCities();
  },
  get several() {
    return { least: 2, most: Math.max(2, known.length) };
  },
  shared: true,
};

/** Every mapped city: the first view of a comparison. */
export const everyMappedCity = (): string => known.map((city) => city.value).join(",");

/** The ids chosen; only ids that are offered, so that they may stand in a query. */
export function chosenCities(options: Options): string[] {
  const asked = new Set((options.cities ?? everyMappedCity()).split(","));
  return known.map((city) => city.value).filter((id) => asked.has(id));
}

/** The rows of the chosen cities. */
export function ofChosenCities(rows: Row[], options: Options): Row[] {
  const ids = new Set(chosenCities(options));
  return rows.filter((row) => ids.has(String(row.city_id)));
}

/** The chosen cities as SQL for a condition with `in`; of none, a list that no city is in. */
export function citiesSql(options: Options): string {
  const ids = chosenCities(options);
  if (ids.length === known.length) return "select city_id from cities where mapped";
  return ids.map((id) => `'${id}'`).join(", ") || "null";
}
