import { element } from "../components/element.js";

/** Marks a button that opens the form for a city of the reader's own, wherever it stands. */
const opensForm = "data-another-city";
/** Marks a button that makes a city hers; its value is the city's id. */
const choosesCity = "data-make-my-city";

/** A button that opens the form for a city that the evidence does not hold. */
export function anotherCityButton(document: Document, words: string): HTMLButtonElement {
  return element(document, "button", { type: "button", class: "act needs-script", [opensForm]: true }, words);
}

/** A button that makes a city of the evidence the reader's. */
export function makeMyCityButton(document: Document, id: string, words: string): HTMLButtonElement {
  return element(document, "button", { type: "button", class: "act needs-script", [choosesCity]: id }, words);
}

/** Answers these buttons, those that come later too. */
export function answerCityButtons(
  document: Document,
  { another, choose }: { another: () => void; choose: (id: string) => void },
): void {
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest(`[${opensForm}],[${choosesCity}]`);
    if (!button) return;
    const id = button.getAttribute(choosesCity);
    if (id === null) another();
    else choose(id);
  });
}
