import { element } from "./element.js";

/** Says what did not come, with a button that asks for it once more. */
export function againOffer(document: Document, words: string, again: () => void): HTMLElement {
  const button = element(document, "button", { type: "button", class: "run" }, "Try again");
  button.addEventListener("click", again);
  return element(
    document,
    "div",
    { class: "again-offer" },
    element(document, "p", { role: "alert" }, words),
    button,
  );
}
