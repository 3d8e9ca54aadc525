import { element } from "../components/element.js";
import type { CityContext } from "../model/city-contexts.js";

/** The cities of the evidence as options of a combobox: the mapped ones, then the others, each group under its name. */
export function cityGroups(
  document: Document,
  cities: readonly CityContext[],
  mapped: string,
  others: string,
): HTMLElement[] {
  const group = (label: string, isMapped: boolean) =>
    element(
      document,
      "optgroup",
      { label, "data-mapped": isMapped },
      ...cities
        .filter(({ initiatives }) => (initiatives !== null) === isMapped)
        .map(({ id, name }) => element(document, "option", { value: id }, name)),
    );
  return [group(mapped, true), group(others, false)];
}
