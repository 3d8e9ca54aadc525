import { element } from "../components/element.js";
import { reloadOffer } from "../components/reload-offer.js";
import { DatabaseUnavailable } from "./errors.js";

/**
 * Says in an alert why there is no result: each suggestion of DuckDB's on a line of its own, and with a button where
 * something can be done at once.
 * @param again tries once more
 */
export function failureNotice(document: Document, error: unknown, again: () => void): HTMLElement {
  const words = error instanceof Error ? error.message : String(error);
  const mend = error instanceof DatabaseUnavailable ? error.mend : null;
  if (mend === "reload") return reloadOffer(document, words);
  const alert = element(document, "p", { role: "alert", class: "failure" }, words);
  if (mend === null) return alert;
  const button = element(document, "button", { type: "button", class: "run" }, "Try again");
  button.addEventListener("click", again);
  return element(document, "div", {}, alert, button);
}
