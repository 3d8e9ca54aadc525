import type { Choice, Options, Row } from "../components/figure.js";

/** The eight cities of the 2013 mapping, by name; a test holds the list to the table `cities`. */
export const mappedCities = [
  { value: "auckland", label: "Auckland" },
  { value: "buenos-aires", label: "Buenos Aires" },
  { value: "chicago", label: "Chicago" },
  { value: "kuala-lumpur", label: "Kuala Lumpur" },
  { value: "lisbon", label: "Lisbon" },
  { value: "nairobi", label: "Nairobi" },
  { value: "rotterdam", label: "Rotterdam" },
  { value: "sao-paulo", label: "São Paulo" },
];

/** The choice of two to eight cities that the figures of a page share. */
export const citiesChoice: Choice = {
  name: "cities",
  label: "Cities",
  values: mappedCities,
  several: { least: 2, most: 8 },
  shared: true,
};

/** Every mapped city: the first view of a comparison. */
export const everyMappedCity = mappedCities.map((city) => city.value).join(",");

/** The ids chosen; only ids that are offered, so that they may stand in a query. */
export function chosenCities(options: Options): string[] {
  const asked = new Set((options.cities ?? everyMappedCity).split(","));
  return mappedCities.map((city) => city.value).filter((id) => asked.has(id));
}

/** The rows of the chosen cities. */
export function ofChosenCities(rows: Row[], options: Options): Row[] {
  const ids = new Set(chosenCities(options));
  return rows.filter((row) => ids.has(String(row.city_id)));
}

/** The chosen cities as a list of SQL texts; of none, a list that no city is in. */
export function citiesSql(options: Options): string {
  const ids = chosenCities(options).map((id) => `'${id}'`);
  return ids.join(", ") || "null";
}
