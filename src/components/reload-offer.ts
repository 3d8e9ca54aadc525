import { element } from "./element.js";

/** Says what did not come, with a button that loads the page again: what was chosen stands in its address. */
export function reloadOffer(document: Document, words: string): HTMLElement {
  const reload = element(document, "button", { type: "button", class: "run" }, "Reload the page");
  reload.addEventListener("click", () => document.defaultView?.location.reload());
  return element(
    document,
    "div",
    { class: "reload-offer" },
    element(document, "p", { role: "alert" }, words),
    reload,
  );
}
