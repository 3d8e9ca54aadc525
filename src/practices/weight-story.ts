import { weightWords } from "../components/comparator-words.js";
import { element } from "../components/element.js";
import { writeWeights } from "../components/weights-address.js";
import { areEqual, type Weights } from "../model/comparators.js";
import type { AskingCity } from "../model/city-contexts.js";

/** With which weights similar places come first, and the way to set others. */
export function weightStory(
  document: Document,
  link: (path: string) => string,
  city: AskingCity,
  weights: Weights,
  level: () => void,
): HTMLElement {
  const none = Object.values(weights).every((weight) => weight === 0);
  const query = writeWeights(`?near=${city.id}`, weights);
  const other = element(
    document,
    "a",
    { href: link(`/compare${query}#whom-to-compare-it-with`) },
    areEqual(weights) && !none ? "Set other weights" : "Change the weights",
  );
  if (areEqual(weights) && !none)
    return element(document, "p", {}, "Similarity is weighed equally in all it is judged by. ", other);
  const button = element(document, "button", { type: "button" }, "Equal weights");
  button.addEventListener("click", level);
  return element(
    document,
    "p",
    {},
    none
      ? "All weights are at 0, so that similarity counts nothing. "
      : `Similarity is weighed so: ${weightWords(weights)}. `,
    other,
    " ",
    button,
  );
}
