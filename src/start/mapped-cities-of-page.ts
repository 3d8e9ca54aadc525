import type { MappedCity } from "../figures/mapped-cities.js";

/** The mapped cities as the bar of a page lists them. */
export function mappedCitiesOfPage(document: Document): MappedCity[] {
  const options = document.querySelectorAll<HTMLOptionElement>("#my-city [data-mapped] option");
  return [...options].map((option) => ({ value: option.value, label: option.textContent ?? "" }));
}
