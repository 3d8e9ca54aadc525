import type { Choice } from "./figure.js";
import { element } from "./element.js";
import { inWords } from "./format.js";

/** A control in the page, and what shows in it a choice that came from elsewhere. */
export interface ChoiceControl {
  field: HTMLElement;
  /** @param value as `onChange` is given it */
  set: (value: string) => void;
}

/**
 * Radio buttons for one value, or checkboxes for several, in a named group; a list that opens where the choice asks
 * for one.
 * @param onChange called with the value chosen, several joined by commas in the order offered
 */
export function choiceControl(
  document: Document,
  choice: Choice,
  value: string,
  onChange: (value: string) => void,
): ChoiceControl {
  if (choice.control === "list") return listControl(document, choice, value, onChange);
  const group = element(document, "fieldset", {}, element(document, "legend", {}, choice.label));
  const chosen = new Set(choice.several ? value.split(",") : [value]);
  const inputs = choice.values.map((option) => {
    const input = element(document, "input", {
      type: choice.several ? "checkbox" : "radio",
      name: choice.name,
      value: option.value,
      checked: chosen.has(option.value),
    });
    group.append(element(document, "label", {}, input, option.label));
    return input;
  });
  const checked = () => inputs.filter((input) => input.checked);
  const tell = () =>
    onChange(
      checked()
        .map((input) => input.value)
        .join(","),
    );
  let settle = () => {};
  if (choice.several) settle = keepLegal(document, group, inputs, choice, choice.several, tell);
  else group.addEventListener("change", tell);
  return {
    field: group,
    set(next) {
      const values = choice.several ? next.split(",") : [next];
      for (const input of inputs) input.checked = values.includes(input.value);
      settle();
    },
  };
}

/** A list of many values with its name before it. */
function listControl(
  document: Document,
  choice: Choice,
  value: string,
  onChange: (value: string) => void,
): ChoiceControl {
  const list = element(document, "select", { name: choice.name });
  for (const option of choice.values)
    list.append(
      element(document, "option", { value: option.value, selected: option.value === value }, option.label),
    );
  list.addEventListener("change", () => onChange(list.value));
  return {
    field: element(document, "label", { class: "list-choice" }, choice.label, " ", list),
    set(next) {
      for (const option of list.querySelectorAll("option")) option.selected = option.value === next;
    },
  };
}

/**
 * Keeps the number of ticks between its bounds: a box that would leave them goes back, and a line says why. "Clear"
 * takes all ticks away, so that a new choice takes no more clicks than it has values. Where nothing may be chosen the
 * page is told at once; else it keeps the choice it shows until there are enough of them.
 * @returns what is called once ticks were set from elsewhere
 */
function keepLegal(
  document: Document,
  group: HTMLElement,
  inputs: HTMLInputElement[],
  { label }: Choice,
  { least, most }: { least: number; most: number },
  tell: () => void,
): () => void {
  const noun = label.toLowerCase();
  const status = element(document, "span", { role: "status" });
  const button = (name: string) => element(document, "button", { type: "button" }, name);
  const all = button(`All ${noun}`);
  const clear = button("Clear");
  group.append(all, clear, status);
  const count = () => inputs.filter((input) => input.checked).length;
  let choosing = false;

  const settle = (words = "") => {
    status.replaceChildren(words);
    all.hidden = inputs.length > most || count() === inputs.length;
    clear.hidden = count() === 0;
  };
  settle();

  group.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    if (count() > most) {
      box.checked = false;
      return settle(`At most ${inWords(most)} ${noun} can be chosen.`);
    }
    if (count() >= least) {
      choosing = false;
      settle();
      return tell();
    }
    if (choosing) return settle(waiting());
    box.checked = true;
    settle(`At least ${inWords(least)} ${noun} stay chosen.`);
  });

  const waiting = () => `Choose at least ${inWords(least)} ${noun}; until then the page stays as it is.`;
  const tickAll = (ticked: boolean) => {
    for (const input of inputs) input.checked = ticked;
    // The button pressed is about to go; the keyboard goes on at the boxes.
    inputs[0]?.focus();
  };
  all.addEventListener("click", () => {
    choosing = false;
    tickAll(true);
    settle();
    tell();
  });
  clear.addEventListener("click", () => {
    tickAll(false);
    if (least === 0) {
      settle(`No ${noun} are chosen.`);
      return tell();
    }
    choosing = true;
    settle(waiting());
  });
  return () => {
    choosing = false;
    settle();
  };
}
