import type { Model } from "./model.js";
import { good, type Outcome } from "./outcome.js";
import { byCell, inCity } from "./parameters.js";
import { centralParameters, prepare, type Scenario } from "./scenario.js";

/** Where a scenario starts, with central assumptions: by city and, within it, dimension. */
export interface Start {
  /** n₀, with what the mapping is assumed to have missed where counts are uncertain. */
  initiatives: Float64Array;
  /** T. */
  targets: Float64Array;
}

/** Where a scenario starts; its levers play no part. */
export function startOf(model: Model, scenario: Omit<Scenario, "levers">): Outcome<Start> {
  const prepared = prepare(model, { ...scenario, levers: [] });
  if (!prepared.ok) return prepared;
  const parameters = centralParameters(prepared.value);
  const cities = prepared.value.baseline.cities.length;
  return good({
    initiatives: byCell(parameters, cities, inCity.mapped),
    targets: byCell(parameters, cities, inCity.target),
  });
}
