import { centralValues } from "./assumptions.js";
import { isChance } from "./chances.js";
import { checkMeasure, valueIn, type Measure } from "./measure.js";
import { good, type Outcome } from "./outcome.js";
import { runYear, yearOf } from "./run-year.js";
import type { Model } from "./model.js";
import { prepare, type Scenario } from "./scenario.js";
import { situationOf } from "./situation.js";

/** How far one assumption moves a measure, the others at their central values. */
export interface Swing {
  assumption: string;
  /** The measure with the assumption at its low and at its high value. */
  atLow: number;
  atHigh: number;
}

/** The measure of a scenario in its last year, and what moves it. */
export interface Tornado {
  central: number;
  /** The widest first; equal ones by id. Assumptions that move nothing are there too, with equal ends. */
  swings: Swing[];
}

/**
 * A tornado: each assumption at low and high in turn. What chance alone decides stays in the middle.
 * @param change whether the measure is the scenario less the baseline under the same assumptions, or the scenario
 */
export function sensitivity(
  model: Model,
  scenario: Scenario,
  measure: Measure,
  { change = false }: { change?: boolean } = {},
): Outcome<Tornado> {
  const prepared = prepare(model, scenario);
  if (!prepared.ok) return prepared;
  const { baseline, assumptions, levers, horizon } = prepared.value;
  const city = checkMeasure(measure, baseline);
  if (!city.ok) return city;
  const year = yearOf(baseline.cities.length);
  const after = baseline.cities.map((_, c) => situationOf(prepared.value, c, levers, horizon));
  const before = baseline.cities.map((_, c) => situationOf(prepared.value, c, [], horizon));
  const measured = (parameters: Float64Array, situations: typeof after) => {
    runYear(baseline, situations, 0, parameters, year);
    return valueIn(year, measure.kind, city.value);
  };
  const parameters = new Float64Array(prepared.value.parameters.length);
  const value = (values: Float64Array) => {
    prepared.value.parameters.write(values, parameters);
    return measured(parameters, after) - (change ? measured(parameters, before) : 0);
  };

  const central = centralValues(assumptions);
  const swings = assumptions
    .filter((one) => one.low < one.high && !isChance(one))
    .map(({ id, low, high }): Swing => {
      const p = assumptions.findIndex((assumption) => assumption.id === id);
      return {
        assumption: id,
        atLow: value(central.with(p, low)),
        atHigh: value(central.with(p, high)),
      };
    });
  const width = ({ atLow, atHigh }: Swing) => Math.abs(atHigh - atLow);
  swings.sort((a, b) => width(b) - width(a) || (a.assumption < b.assumption ? -1 : 1));
  return good({ central: value(central), swings });
}
