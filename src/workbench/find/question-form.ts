import { element } from "../../components/element.js";
import type { SearchArea } from "./search-area.js";

/** What a question is called, its button, and whether anybody answers. */
export interface Question {
  /** What the form is for, as its heading. */
  name: string;
  button: string;
  able: boolean;
  /** Level of the heading; default a part of the section "Find". */
  heading?: "h2" | "h3";
}

/**
 * One question as a form: its fields make a sentence, its button asks. Without a client (as when the page is built)
 * there is nobody to ask, and the button says so by being disabled.
 * @param search where its answers stand
 */
export function questionForm(
  document: Document,
  { name, button, able, heading = "h3" }: Question,
  search: SearchArea,
  onAsk: () => void,
  ...parts: HTMLElement[]
): HTMLElement {
  const ask = element(document, "button", { type: "submit", class: "act to-ask", disabled: !able }, button);
  const form = element(
    document,
    "form",
    { class: "find-form", novalidate: true, "aria-label": name },
    ...parts,
    ask,
  );
  search.belongsTo(form, onAsk);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onAsk();
  });
  return element(document, "div", { class: "find-question" }, element(document, heading, {}, name), form);
}

/** Fields that make a line of a sentence. */
export function questionLine(document: Document, ...fields: (HTMLElement | string)[]): HTMLElement {
  return element(document, "p", { class: "question" }, ...fields.flatMap((field) => [field, " "]));
}

/** The button that applies an answer to the scenario. */
export function applyButton(document: Document, what: string, act: () => void): HTMLElement {
  const button = element(
    document,
    "button",
    { type: "button", class: "act apply", "aria-label": `Apply: ${what}` },
    "Apply",
  );
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-disabled") !== "true") act();
  });
  return button;
}
