import { element } from "../components/element.js";
import { variableNames } from "../components/comparator-words.js";
import { formatList, formatNumber } from "../components/format.js";
import { contextVariables } from "../model/differences.js";
import { rankWeights } from "../model/rank-practices.js";

/** The formula of the ranking for a city, in words, with its weights as the model has them. */
export function howRanked(document: Document, link: (path: string) => string): HTMLElement {
  const { gap, context, transferability } = rankWeights;
  const item = (name: string, words: string) =>
    element(document, "li", {}, element(document, "strong", {}, name), ` ${words}`);
  return element(
    document,
    "details",
    { class: "how" },
    element(document, "summary", {}, "How is this ranked?"),
    element(
      document,
      "p",
      {},
      `For a city each practice of another place has a score from 0 to 1: ${weight(gap)} × gap + ${weight(context)} × context + ${weight(transferability)} × transferability.`,
    ),
    element(
      document,
      "ul",
      {},
      item(
        "Gap:",
        "how far the city is below the median of the mapped cities in the practice’s dimensions, 1 where it has none; the mean where a practice has several.",
      ),
      item(
        "Context:",
        `how similar the practice’s city is in ${formatList(contextVariables.map((variable) => variableNames[variable]))}, with equal weights unless you set others. What no document says of both gives nothing, and only shares of people born abroad are compared.`,
      ),
      item(
        "Transferability:",
        "1 where a document says that it can be used elsewhere, half where in part; nothing where it says nothing.",
      ),
    ),
    element(
      document,
      "p",
      {},
      "Equal scores: more criteria met, then the order of the register. Of a political gap, voting and participation first. The weights are our judgement. ",
      element(document, "a", { href: link("/guide/practices#the-ranking-for-a-city") }, "A worked example"),
      ".",
    ),
  );
}

const weight = (value: number) => formatNumber(value, 1);
