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

/**
 * Which single choice to take away where nothing is found, those that bring most first: the search, one of its words
 * where that helps, or a filter.
 */
export function loosenings(
  choices: Choices,
  facets: readonly Facet[],
  find: (choices: Choices) => Found,
): Loosening[] {
  const without: Omit<Loosening, "found">[] = [];
  if (choices.q.trim())
    without.push({ words: `the search “${choices.q.trim()}”`, choices: { ...choices, q: "" } });
  const words = choices.q.trim().split(/\s+/);
  const several = words.length > 1 ? words.slice(0, mostWords) : [];
  const oneLess = several.map((word, i): Omit<Loosening, "found"> => ({
    words: `the word “${word}”`,
    choices: { ...choices, q: words.toSpliced(i, 1).join(" ") },
  }));
  for (const { name, label } of facets)
    if (choices.facets[name]?.length)
      without.push({
        words: `the filter “${label}”`,
        choices: { ...choices, facets: { ...choices.facets, [name]: [] } },
      });
  const counted = (loosened: Omit<Loosening, "found">): Loosening => {
    const { listed, own } = find(loosened.choices);
    return { ...loosened, found: listed.length + own.length };
  };
  // A search with a word less is nearer to what was meant than none.
  return [
    ...oneLess.map(counted).filter(({ found }) => found > 0),
    ...without.map(counted).sort((a, b) => b.found - a.found),
  ];
}

/** Words of a search that are tried without: each costs a search. */
const mostWords = 6;

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
    { class: "nothing-found" },
    element(
      document,
      "p",
      {},
      useful.length
        ? "No practice matches all of this. Remove one filter:"
        : "No practice matches, even with any one filter removed. Clear all, or look for fewer words.",
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
