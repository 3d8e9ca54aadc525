import { element } from "../components/element.js";
import type { Choices } from "./choices.js";
import type { Facet } from "./facets.js";
import type { Found } from "./find.js";

/** One choice taken away, and how many practices would be found then. */
export interface Loosening {
  words: string;
  choices: Choices;
  found: number;
}

/** Which single choice to take away where nothing is found, those that bring most first. */
export function loosenings(
  choices: Choices,
  facets: readonly Facet[],
  find: (choices: Choices) => Found,
): Loosening[] {
  const without: Omit<Loosening, "found">[] = [];
  if (choices.q.trim())
    without.push({ words: `the search “${choices.q.trim()}”`, choices: { ...choices, q: "" } });
  for (const { name, label } of facets)
    if (choices.facets[name]?.length)
      without.push({
        words: `the filter “${label}”`,
        choices: { ...choices, facets: { ...choices.facets, [name]: [] } },
      });
  return without
    .map((of) => {
      const { listed, own } = find(of.choices);
      return { ...of, found: listed.length + own.length };
    })
    .sort((a, b) => b.found - a.found);
}

/** What stands in place of an empty list. */
export function emptyWords(
  document: Document,
  ways: readonly Loosening[],
  onChoose: (choices: Choices) => void,
): HTMLElement {
  const useful = ways.filter(({ found }) => found > 0);
  return element(
    document,
    "div",
    { class: "empty" },
    element(
      document,
      "p",
      {},
      useful.length
        ? "No practice fits all of this. Take one choice away:"
        : "No practice fits this, nor with any one choice less. Clear all, or look for fewer words.",
    ),
    element(
      document,
      "ul",
      {},
      ...useful.map(({ words, choices, found }) => {
        const button = element(document, "button", { type: "button" }, `Without ${words}: ${found} found`);
        button.addEventListener("click", () => onChoose(choices));
        return element(document, "li", {}, button);
      }),
    ),
  );
}
