import { element } from "../../components/element.js";
import { selectField } from "../../components/select-field.js";
import { lowerFirst } from "../../components/format.js";
import type { Costing } from "../../model/choices.js";
import { costingChoices, costingLabels, costingOf, withCosting } from "../../scenario/costing.js";
import { costWords } from "../../scenario-charts/cost-words.js";
import type { Workbench } from "../store.js";

/** "Costs": whether an initiative costs the same in every dimension, with what the choice rests on. */
export function costingField(document: Document, workbench: Workbench): HTMLElement {
  const costs = selectField(document, "Costs", costingChoices, costingOf(workbench.document), (value) => {
    const costing = value as Costing;
    workbench.change(
      withCosting(workbench.document, costing),
      `Costs: ${lowerFirst(costingLabels[costing])}`,
    );
  });
  const words = element(document, "p", { class: "meaning" });
  const show = () => {
    costs.set(costingOf(workbench.document));
    words.textContent = costWords(workbench.view);
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return element(document, "div", { class: "costing" }, costs.field, words);
}
