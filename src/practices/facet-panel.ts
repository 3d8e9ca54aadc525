import { element } from "../components/element.js";
import type { Choices } from "./choices.js";
import type { Facet, FacetName } from "./facets.js";

/** Facets that are open at first. */
const openAtFirst: readonly FacetName[] = ["dimension", "criterion"];

/** The filters: a disclosure a facet, with a box a value and how many practices it would show. */
export function facetPanel(
  document: Document,
  facets: readonly Facet[],
  onToggle: (name: FacetName, value: string) => void,
): { panel: HTMLElement; show: (choices: Choices, counts: Counts) => void } {
  const boxes: {
    name: FacetName;
    value: string;
    input: HTMLInputElement;
    count: HTMLElement;
    label: Element;
  }[] = [];
  const disclosures = facets.map((facet) => {
    const fieldset = element(document, "fieldset", {}, element(document, "legend", {}, facet.label));
    if (facet.hint) fieldset.append(element(document, "small", {}, facet.hint));
    for (const { value, label } of facet.values) {
      const input = element(document, "input", {
        type: "checkbox",
        name: facet.name,
        value,
        autocomplete: "off",
      });
      const count = element(document, "small", {});
      const line = element(document, "label", {}, input, ` ${label} `, count);
      input.addEventListener("change", () => onToggle(facet.name, value));
      boxes.push({ name: facet.name, value, input, count, label: line });
      fieldset.append(line);
    }
    return element(
      document,
      "details",
      { open: openAtFirst.includes(facet.name) },
      element(document, "summary", {}, facet.label),
      fieldset,
    );
  });
  return {
    panel: element(
      document,
      "details",
      { class: "filters" },
      element(document, "summary", {}, "Filters"),
      element(document, "div", { class: "facets", role: "group", "aria-label": "Filters" }, ...disclosures),
    ),
    show({ facets: chosen }, counts) {
      for (const { name, value, input, count, label } of boxes) {
        input.checked = chosen[name]?.includes(value) ?? false;
        const found = counts.get(name)?.get(value) ?? 0;
        if (count.textContent !== String(found)) count.textContent = String(found);
        label.classList.toggle("no-hits", found === 0);
      }
    },
  };
}

type Counts = ReadonlyMap<FacetName, ReadonlyMap<string, number>>;
