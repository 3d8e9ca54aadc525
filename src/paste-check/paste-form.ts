import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";
import { mostCharacters } from "./check-text.js";

/** The box for a text, its buttons, and where it is said what came of them. */
export interface PasteForm {
  form: HTMLFormElement;
  box: HTMLTextAreaElement;
  example: HTMLButtonElement;
  status: HTMLElement;
  trouble: HTMLElement;
}

/** Draws the form. Pressing Ctrl and Enter in the box checks the text, as the button does. */
export function pasteForm(document: Document): PasteForm {
  const box = element(document, "textarea", {
    id: "text-to-check",
    rows: 10,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "text-to-check-hint",
  });
  const button = (type: string, name: string, kind: string) =>
    element(document, "button", { type, class: kind }, name);
  const example = button("button", "Try an example", "act");
  const clear = button("reset", "Clear", "act");
  const status = element(document, "p", { role: "status", class: "check-status" });
  const trouble = element(document, "p", { role: "alert", class: "trouble" });
  const form = element(
    document,
    "form",
    { class: "paste-form" },
    element(document, "label", { for: box.id }, "Text to check"),
    element(
      document,
      "p",
      { id: "text-to-check-hint" },
      `A briefing, a press release or a paragraph in English, up to ${formatNumber(mostCharacters)} characters. It stays in this browser.`,
    ),
    box,
    element(document, "div", { class: "paste-buttons" }, button("submit", "Check", "run"), example, clear),
    trouble,
    status,
  );
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return { form, box, example, status, trouble };
}
