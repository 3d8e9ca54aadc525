import type { Choice } from "../figures/figure.js";
import { element } from "./element.js";

/**
 * Radio buttons for one value, or checkboxes for several, in a named group.
 * @param onChange called with the value chosen, several joined by commas in the order offered
 */
export function choiceControl(
  document: Document,
  choice: Choice,
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
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
  const limit = () => {
    if (!choice.several) return;
    const count = inputs.filter((input) => input.checked).length;
    // The last ones that keep the choice legal cannot be taken away; they say why.
    for (const input of inputs) {
      input.disabled =
        (input.checked && count <= choice.several.least) || (!input.checked && count >= choice.several.most);
      input.title = input.disabled
        ? `between ${choice.several.least} and ${choice.several.most} can be chosen`
        : "";
    }
  };
  limit();
  group.addEventListener("change", () => {
    limit();
    onChange(
      inputs
        .filter((input) => input.checked)
        .map((input) => input.value)
        .join(","),
    );
  });
  return group;
}
