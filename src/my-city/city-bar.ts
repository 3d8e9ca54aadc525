import { anotherCity, type MyCity } from "./my-city.js";
import { ownOption } from "./own-option.js";

/** The combobox "My city" of the bar, which the page's HTML holds with every city of the evidence. */
export interface CityBar {
  show: (city: MyCity) => void;
}

/**
 * Brings the combobox to life.
 * @param onChoose is given the id of a city, `ownCityId`, or null for none
 * @param onAnother asks for a city that the evidence does not hold; the choice stays what it was until one is given
 */
export function cityBar(
  select: HTMLSelectElement,
  onChoose: (id: string | null) => void,
  onAnother: () => void,
): CityBar {
  const { ownerDocument: document } = select;
  const own = ownOption(document);
  const ask = document.createElement("option");
  ask.value = anotherCity;
  let shown = "";
  select.append(own.option, ask);
  select.addEventListener("change", () => {
    const { value } = select;
    if (value !== anotherCity) return onChoose(value || null);
    select.value = shown;
    onAnother();
  });
  return {
    show(city) {
      own.show(city.own);
      ask.textContent = city.own ? `Change ${city.own.name}…` : "Another city…";
      shown = city.chosen ?? "";
      select.value = shown;
      // A city that the evidence held once.
      if (select.selectedIndex < 0) select.value = shown = "";
      select.disabled = false;
    },
  };
}
