import { element } from "../components/element.js";
import { recommendationWords } from "./item.js";
import type { PageData } from "./page-data.js";
import { listName } from "./words.js";

/**
 * What else the documents advise: plans for research, words to businesses, the steps of two guides. It stands apart
 * without marks, for it is no list of recommendations, and each has its address all the same.
 */
export function moreAdvice(document: Document, data: PageData, link: (path: string) => string): HTMLElement {
  const others = data.recommendations.filter(({ listed }) => !listed);
  const lists = [...new Set(others.map(listName))].flatMap((name) => [
    element(document, "h3", {}, name),
    element(
      document,
      "ul",
      { class: "recommendations" },
      ...others
        .filter((other) => listName(other) === name)
        .map((other) =>
          element(
            document,
            "li",
            { id: other.id, class: "recommendation" },
            ...recommendationWords(document, other, data.sources, link),
          ),
        ),
    ),
  ]);
  return element(
    document,
    "section",
    { class: "more-advice" },
    element(document, "h2", {}, "More advice in the same documents"),
    element(
      document,
      "p",
      {},
      `${others.length} further pieces of advice: research still to do, words to businesses, steps of two guides. They are not part of the checklist.`,
    ),
    ...lists,
  );
}
