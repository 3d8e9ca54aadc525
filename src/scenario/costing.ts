import { costings, type Costing } from "../model/choices.js";
import type { ScenarioDocument } from "./document.js";

/** The two ways to take what an initiative costs, as they are chosen. */
export const costingLabels: Readonly<Record<Costing, string>> = {
  pooled: "One cost for all dimensions",
  "by-dimension": "By dimension",
};

/** The field's choices, in their order. */
export const costingChoices = costings.map((value) => ({ value, label: costingLabels[value] }));

/** How costs are taken in a scenario: one that says nothing pools them. */
export const costingOf = ({ costing }: Pick<ScenarioDocument, "costing">): Costing => costing ?? "pooled";

/** The document with costs taken so; pooled costs are the absence of a choice, as in links. */
export function withCosting(document: ScenarioDocument, costing: Costing): ScenarioDocument {
  const changed = { ...document };
  if (costing === "by-dimension") changed.costing = costing;
  else delete changed.costing;
  return changed;
}
