import { element } from "./element.js";

/** What a reader without scripts is told at the top of a part that needs them. */
export function noscriptNotice(document: Document, words: string): HTMLElement {
  return element(document, "noscript", {}, element(document, "p", { class: "notice" }, words));
}
