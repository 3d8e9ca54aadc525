import type { Outcome } from "../model/problem.js";
import type { Model } from "../model/scenario.js";
import { simulate, type Result } from "../model/simulate.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";
import { scenarioOf, type ScenarioDocument } from "../scenario/document.js";
import { leverAmountText, leverName } from "../scenario/lever-slot.js";

/** A view of a document without what the worker adds, or why it cannot be run. */
export function run(model: Model, document: ScenarioDocument): Outcome<ScenarioView> {
  const scenario = scenarioOf(document);
  const result = simulate(model, scenario);
  if (!result.ok) return result;
  const baseline: Outcome<Result> = simulate(model, { ...scenario, levers: [] });
  if (!baseline.ok) return baseline;
  return {
    ok: true,
    value: {
      model,
      document,
      baseline: baseline.value,
      result: result.value,
      uncertainty: null,
      attribution: null,
      leverNames: document.levers.map((lever) => `${leverName(lever, model)}: ${leverAmountText(lever)}`),
    },
  };
}
