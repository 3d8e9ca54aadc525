import { element } from "../components/element.js";
import type { CityContext } from "../model/city-contexts.js";
import { cityGroups } from "./city-groups.js";

/**
 * The combobox "My city" of the bar with every city of the evidence, as it stands in the page's HTML. The page's script
 * enables it; without scripts it is not shown.
 */
export function myCityField(document: Document, cities: readonly CityContext[]): HTMLElement {
  return element(
    document,
    "div",
    { class: "my-city", "data-my-city": true },
    element(document, "label", { for: "my-city" }, "My city"),
    element(
      document,
      "select",
      { id: "my-city", autocomplete: "off", disabled: true },
      element(document, "option", { value: "" }, "City: not chosen"),
      ...cityGroups(document, cities, "Initiatives counted", "Described"),
    ),
  );
}
