import { withOverrides, type Assumption } from "../../model/assumptions.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";

/** The assumptions of a scenario with the reader’s changes, by id. */
export function assumptionsIn({ model, document }: ScenarioView): ReadonlyMap<string, Assumption> {
  const own = withOverrides(model.assumptions, document.overrides);
  return new Map((own.ok ? own.value : model.assumptions).map((assumption) => [assumption.id, assumption]));
}
