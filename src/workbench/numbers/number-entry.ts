import { element } from "../../components/element.js";
import type { NumberForm } from "./number-form.js";
import { echoWords, problemWords } from "./number-words.js";
import { readNumber, type Reading } from "./read-number.js";
import { setText } from "../../components/set-text.js";

/** A field in which a number is typed, and what is said beside it. */
export interface NumberEntry {
  input: HTMLInputElement;
  /** What was understood, and what is wrong with it; stands beside the field. */
  notes: HTMLElement;
  read: () => Reading;
  /**
   * Says what is wrong with what stands in the field; nothing where it is sound.
   * @param inUse what is said behind it
   * @param refused why a sound number was not taken
   * @returns whether there is something wrong
   */
  check: (inUse?: string, refused?: string) => boolean;
  /** Puts a text into the field that nobody typed: nothing is said of it. */
  put: (text: string) => void;
}

let entries = 0;

/**
 * A field for one number. What was typed is never changed: beside the field stands how it is understood, at every key,
 * and what is wrong with it, once the reader is done. A fault that is said goes as soon as it is mended.
 * @param attributes of the input
 */
export function numberEntry(
  document: Document,
  form: NumberForm,
  { "aria-describedby": describedBy, ...attributes }: Record<string, string | number | null | undefined>,
): NumberEntry {
  const id = `number-notes-${++entries}`;
  const input = element(document, "input", {
    type: "text",
    // Keys of a phone's number pad have no minus.
    inputmode: form.minimum < 0 ? "text" : "decimal",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": describedBy ? `${describedBy} ${id}` : id,
    ...attributes,
  });
  const echo = element(document, "output", { class: "field-echo" });
  const problem = element(document, "span", { class: "field-problem", role: "alert" });
  const notes = element(document, "span", { class: "number-notes", id }, echo, problem);
  let behind = "";
  const read = () => readNumber(input.value, form);
  const tell = (words: string) => {
    setText(problem, words);
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const check = (inUse = "", refused = "") => {
    const reading = read();
    echo.textContent = echoWords(input.value, reading, form);
    const words = problemWords(input.value, reading, form) || refused;
    behind = inUse;
    tell(words && inUse ? `${words} ${inUse}` : words);
    return words !== "";
  };
  input.addEventListener("input", () => {
    if (problem.textContent) check(behind);
    else echo.textContent = echoWords(input.value, read(), form);
  });
  return {
    input,
    notes,
    read,
    check,
    put(text) {
      input.value = text;
      if (echo.textContent) echo.textContent = "";
      if (problem.textContent) tell("");
    },
  };
}
