import { good, type Outcome } from "../model/outcome.js";
import type { Model } from "../model/scenario.js";
import { simulate, type Result } from "../model/simulate.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";
import { scenarioOf, type ScenarioDocument } from "../scenario/document.js";
import { leverText } from "../scenario/lever-words.js";

/**
 * A view of a document without what the worker adds, or why it cannot be run.
 * @param before a view of the same model: its baseline serves again where only levers were moved since
 */
export function run(model: Model, document: ScenarioDocument, before?: ScenarioView): Outcome<ScenarioView> {
  const scenario = scenarioOf(document);
  const result = simulate(model, scenario);
  if (!result.ok) return result;
  const baseline: Outcome<Result> =
    before && sameBaseline(before.document, document)
      ? good(before.baseline)
      : simulate(model, { ...scenario, levers: [] });
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
      leverNames: document.levers.map((lever) => leverText(lever, model)),
    },
  };
}

/** Documents are replaced, never changed: what a change left alone is the same object. */
function sameBaseline(a: ScenarioDocument, b: ScenarioDocument): boolean {
  return a.horizon === b.horizon && a.target === b.target && a.overrides === b.overrides;
}
