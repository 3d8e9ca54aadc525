import { good, type Outcome } from "../model/outcome.js";
import { modelFor } from "../model/own-city.js";
import type { Model } from "../model/model.js";
import { simulate, type Result } from "../model/simulate.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";
import { scenarioOf, type ScenarioDocument } from "../scenario/document.js";
import { leverText } from "../scenario/lever-words.js";

/**
 * A view of a document without what the worker adds, or why it cannot be run.
 * @param before a view of the same model: its baseline serves again where only levers were moved since
 * @param startYear calendar year that year 0 is shown as where the document says none; default that of the mapping
 */
export function run(
  given: Model,
  document: ScenarioDocument,
  before?: ScenarioView,
  startYear?: number,
): Outcome<ScenarioView> {
  const model = modelFor(given, document.ownCity);
  const scenario = scenarioOf(document);
  const result = simulate(model, scenario);
  if (!result.ok) return result;
  const baseline: Outcome<Result> =
    before && sameBaseline(before.document, document)
      ? good(before.baseline)
      : simulate(model, { ...scenario, levers: [] });
  if (!baseline.ok) return baseline;
  const mapped = result.value.years[0]!.year;
  const from = document.view.startYear ?? startYear ?? mapped;
  return {
    ok: true,
    value: {
      model,
      document,
      baseline: countedFrom(baseline.value, from),
      result: countedFrom(result.value, from),
      mappedIn: mapped,
      uncertainty: null,
      attribution: null,
      leverNames: document.levers.map((lever) => leverText(lever, model)),
    },
  };
}

/** The same result with year 0 shown as another calendar year. */
function countedFrom(result: Result, from: number): Result {
  if (result.years[0]!.year === from) return result;
  return { ...result, years: result.years.map((year) => ({ ...year, year: from + year.t })) };
}

/** Documents are replaced, never changed: what a change left alone is the same object. */
function sameBaseline(a: ScenarioDocument, b: ScenarioDocument): boolean {
  return (
    a.horizon === b.horizon &&
    a.target === b.target &&
    a.overrides === b.overrides &&
    a.costing === b.costing &&
    a.weighting === b.weighting &&
    a.counts === b.counts &&
    a.ownCity === b.ownCity
  );
}
