import type { Choice } from "./figure.js";
import type { ChoiceControl } from "./shown-choice.js";
import { element } from "./element.js";
import { listControl } from "./list-control.js";
import { ticksControl } from "./ticks-control.js";

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
  if (choice.several) return ticksControl(document, { ...choice, several: choice.several }, value, onChange);
  const group = element(document, "fieldset", {}, element(document, "legend", {}, choice.label));
  const inputs = choice.values.map((option) => {
    const input = element(document, "input", {
      type: "radio",
      name: choice.name,
      value: option.value,
      checked: option.value === value,
    });
    group.append(element(document, "label", {}, input, option.label));
    return input;
  });
  group.addEventListener("change", () => onChange(inputs.find((input) => input.checked)?.value ?? ""));
  return {
    field: group,
    set(next) {
      for (const input of inputs) input.checked = input.value === next;
    },
  };
}
