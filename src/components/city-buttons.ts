import { element } from "./element.js";

/** Marks a button that opens the form for a city of the reader's own, wherever it stands; the bar's script answers it. */
export const opensCityForm = "data-another-city";
/** Marks a button that makes a city the reader's; its value is the city's id. */
export const choosesCity = "data-make-my-city";

/** A button that opens the form for a city that the evidence does not hold. */
export function anotherCityButton(document: Document, words: string): HTMLButtonElement {
  return element(
    document,
    "button",
    { type: "button", class: "act needs-script", [opensCityForm]: true },
    words,
  );
}

/** Offers to make a city of the evidence the reader's; says so where it is. It stays empty until the page's script comes. */
export function makeMyCityOffer(document: Document, { id, name }: { id: string; name: string }): HTMLElement {
  return element(
    document,
    "span",
    { class: "make-my-city" },
    element(
      document,
      "button",
      { type: "button", class: "act", [choosesCity]: id, hidden: true },
      `Make ${name} my city`,
    ),
    element(document, "span", { role: "status", tabindex: -1, "data-name": name }),
  );
}
