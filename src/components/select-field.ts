import { element } from "./element.js";

/** A labelled list to choose one value from. */
export function selectField(
  document: Document,
  label: string,
  options: readonly { value: string; label: string }[],
  value: string,
  onChange: (value: string) => void,
): { field: HTMLElement; set: (value: string) => void } {
  const select = element(document, "select", {});
  for (const option of options)
    select.append(
      element(document, "option", { value: option.value, selected: option.value === value }, option.label),
    );
  select.addEventListener("change", () => onChange(select.value));
  return {
    field: element(document, "label", { class: "select-field" }, `${label} `, select),
    set(next) {
      for (const option of select.querySelectorAll("option")) option.selected = option.value === next;
    },
  };
}
