import { element } from "../components/element.js";
import type { CityContext } from "../model/city-contexts.js";
import type { OwnCity } from "../model/own-city.js";
import { cityGroups } from "../my-city/city-groups.js";
import { ownOption } from "../my-city/own-option.js";

/** The combobox "Rank for": the reader's own city, the mapped ones, then those whose gaps are not known. */
export function cityBox(
  document: Document,
  cities: readonly CityContext[],
  onChoose: (city: string | null) => void,
): {
  field: HTMLElement;
  set: (city: string | null) => void;
  /** Offers the city of the reader's own, or none. */
  offer: (own: Pick<OwnCity, "name"> | null) => void;
} {
  const own = ownOption(document);
  const select = element(
    document,
    "select",
    { id: "for-my-city", autocomplete: "off" },
    element(document, "option", { value: "" }, "any city"),
    own.option,
    ...cityGroups(document, cities, "Mapped: gaps are known", "Not mapped: gaps are not known"),
  );
  select.addEventListener("change", () => onChoose(select.value || null));
  return {
    field: element(
      document,
      "div",
      { class: "field" },
      element(document, "label", { for: "for-my-city" }, "Rank for"),
      select,
      element(document, "small", {}, "Ranks by what the city lacks"),
    ),
    offer: own.show,
    set(city) {
      for (const option of select.querySelectorAll("option")) option.selected = option.value === (city ?? "");
    },
  };
}
