import { element } from "../../components/element.js";
import { groundOf } from "../../model/search/ground.js";
import { scenarioOf } from "../../scenario/document.js";
import { inYears, targetWords } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import type { ShownPlan } from "./plan.js";

/**
 * What stands behind a plan: whose objective it serves, whether it is proved to be the optimum (of the model, not of
 * the world), and how one was chosen of several that are equally good.
 * @param objective what was sought, with whose choice it was: "the highest coverage of all cities together"
 * @param ties how ties were broken, in order
 */
export function howFound(
  document: Document,
  { found, view }: Pick<ShownPlan, "found" | "view">,
  objective: string,
  ties: string,
): HTMLElement {
  const lines = [
    `The objective is yours: ${objective}, against ${targetWords(view.document.target)}, ${inYears(view.document.horizon)}. Another objective would give another plan.`,
    found.proof.kind === "proved" ? proved : unproved,
    ...(fillsGaps(view) ? [gapsWords] : []),
    ...(found.proof.kind === "proved" ? [ties] : []),
    "The cost of an initiative is based on five budgets; and the model counts initiatives, not how good they are.",
  ];
  return element(
    document,
    "details",
    { class: "how-found" },
    element(document, "summary", {}, "How this was found"),
    element(document, "ul", {}, ...lines.map((line) => element(document, "li", {}, line))),
  );
}

const proved =
  "The plan is the optimum of the model with its central assumptions, found by a solver that proves it: no other plan of whole new initiatives on top of your scenario, at most 20 of a city in a dimension, does more within what you allow.";
const unproved =
  "Plans are of whole new initiatives on top of your scenario, at most 20 of a city in a dimension, with central assumptions. There are too many of them here to try all; what is known for certain is how much better another could be at most.";
const gapsWords =
  "A rise of funding in your scenario fills gaps first. A new initiative closes a gap, and the money of the rise goes to others: so the search runs the model with each plan of such a city.";

/** Whether a rise of funding fills gaps first anywhere in the last year. */
function fillsGaps({ model, document }: ScenarioView): boolean {
  const ground = groundOf(model, scenarioOf(document));
  return ground.ok && ground.value.gapFirst.length > 0;
}

/** The order in which ties of a best use are broken. */
export const tiesOfBestUse =
  "Of plans that do equally well the cheapest is taken. Of those that cost the same always the same one is taken: it serves cities and dimensions in the order of the evidence.";

/** The order in which ties of a least cost are broken. */
export const tiesOfLeastMoney =
  "Of plans that cost the same always the same one is taken, which serves cities and dimensions in the order of the evidence.";
