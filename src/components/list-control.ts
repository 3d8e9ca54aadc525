import type { ChoiceControl } from "./shown-choice.js";
import { element } from "./element.js";
import type { Choice } from "./figure.js";

/** A list of many values with its name before it. It leaves out what has nothing to show, but never what is chosen. */
export function listControl(
  document: Document,
  choice: Choice,
  value: string,
  onChange: (value: string) => void,
): ChoiceControl {
  const list = element(document, "select", { name: choice.name });
  const optionOf = new Map(
    choice.values.map((offered) => [
      offered.value,
      element(document, "option", { value: offered.value, selected: offered.value === value }, offered.label),
    ]),
  );
  list.append(...optionOf.values());
  list.addEventListener("change", () => onChange(list.value));
  return {
    field: element(document, "label", { class: "list-choice" }, choice.label, " ", list),
    set(next) {
      for (const [own, one] of optionOf) one.selected = own === next;
    },
    follow(options) {
      const empty = choice.empty?.(options);
      if (!empty) return;
      const chosen = options[choice.name] ?? "";
      const shown = [...optionOf].filter(([own]) => own === chosen || !empty.has(own)).map(([, one]) => one);
      const isSame = shown.length === list.options.length && shown.every((one, i) => list.options[i] === one);
      // An open list closes where its options are put in anew.
      if (!isSame) list.replaceChildren(...shown);
      for (const [own, one] of optionOf) one.selected = own === chosen;
    },
  };
}
