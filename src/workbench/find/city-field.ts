import type { Workbench } from "../store.js";
import { everyCity } from "../../model/levers/every-city.js";
import { chosenField, type FormField } from "./fields.js";

/** A choice of whom a question is about. */
export interface CityField extends FormField<string> {
  control: HTMLSelectElement;
  /** Calls back when it says another, by the reader or by the city in view. */
  onChange: (listener: () => void) => void;
}

/**
 * A choice among the cities of the model. It says the city in view until the reader chooses otherwise, and again when
 * another comes into view: what is asked with a city on the page is asked of that city.
 * @param before words of the sentence before it
 * @param groups what else may be chosen; they stand first
 * @param whenAll what is chosen while all cities are in view
 */
export function cityField(
  document: Document,
  workbench: Workbench,
  before: string,
  groups: readonly { value: string; label: string }[],
  whenAll: string,
): CityField {
  const { cities, names } = workbench.model.baseline;
  const inView = () => {
    const { city } = workbench.document.view;
    return city === everyCity ? whenAll : city;
  };
  // A reader's own city stands alone.
  const options = [
    ...(cities.length > 1 ? groups : []),
    ...cities.map((value) => ({ value, label: names.get(value) ?? value })),
  ];
  const field = chosenField(document, before, options, inView());
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  let followed = inView();
  field.control.addEventListener("change", tell);
  workbench.subscribe((_, change) => {
    if (change !== "document" || inView() === followed) return;
    followed = inView();
    if (field.control.value === followed) return;
    const option = [...field.control.querySelectorAll("option")].find(({ value }) => value === followed);
    if (option) option.selected = true;
    tell();
  });
  return { ...field, onChange: (listener) => listeners.add(listener) };
}
