import { element } from "../components/element.js";
import { narrows, type Choices } from "./choices.js";
import type { Facet, FacetName } from "./facets.js";

/** What the chips can do. */
export interface ChipDeeds {
  search: (q: string) => void;
  toggle: (name: FacetName, value: string) => void;
  clearAll: () => void;
}

/** What narrows the list, each with a button that takes it away. */
export function chips(
  document: Document,
  facets: readonly Facet[],
  deeds: ChipDeeds,
): { list: HTMLElement; show: (choices: Choices) => void } {
  const list = element(document, "ul", { class: "chips", "aria-label": "Chosen filters" });
  list.hidden = true;
  return {
    list,
    show(choices) {
      const chip = (words: string, name: string, act: () => void) => {
        const button = element(
          document,
          "button",
          { type: "button", "aria-label": `Remove ${name}` },
          words,
          cross(),
        );
        button.addEventListener("click", act);
        return element(document, "li", {}, button);
      };
      const cross = () => element(document, "span", { "aria-hidden": "true" }, " ×");
      const q = choices.q.trim();
      const made = [
        ...(q ? [chip(`“${q}”`, `the search “${q}”`, () => deeds.search(""))] : []),
        ...facets.flatMap(({ name, label, values }) =>
          values
            .filter(({ value }) => choices.facets[name]?.includes(value))
            .map(({ value, label: words }) =>
              chip(`${label}: ${words}`, `${label}: ${words}`, () => deeds.toggle(name, value)),
            ),
        ),
      ];
      const clear = element(document, "button", { type: "button", class: "clear" }, "Clear all");
      clear.addEventListener("click", deeds.clearAll);
      list.hidden = !narrows(choices);
      list.replaceChildren(...(made.length ? [...made, element(document, "li", {}, clear)] : []));
    },
  };
}
