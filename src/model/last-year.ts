import { checkMeasure, valueIn, type Measure } from "./measure.js";
import { good, type Outcome } from "./outcome.js";
import { runYear, yearOf } from "./run-year.js";
import type { Model } from "./model.js";
import { centralParameters, prepare, type Scenario } from "./scenario.js";
import { situationOf } from "./situation.js";

/** A measure of a scenario in its last year, with central assumptions. */
export function lastYear(model: Model, scenario: Scenario, measure: Measure): Outcome<number> {
  const prepared = prepare(model, scenario);
  if (!prepared.ok) return prepared;
  const { baseline, levers, horizon } = prepared.value;
  const measured = checkMeasure(measure, baseline);
  if (!measured.ok) return measured;
  const year = yearOf(baseline.cities.length);
  const situations = baseline.cities.map((_, c) => situationOf(prepared.value, c, levers, horizon));
  runYear(baseline, situations, 0, centralParameters(prepared.value), year);
  return good(valueIn(year, measure.kind, measured.value));
}
