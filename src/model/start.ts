import type { Model } from "./model.js";
import { dimensions } from "./names.js";
import { good, type Outcome } from "./outcome.js";
import { inCity, ofCity } from "./parameters.js";
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
  const { cities } = prepared.value.baseline;
  const listOf = (from: number) =>
    Float64Array.from(cities.flatMap((_, c) => dimensions.map((_, d) => parameters[ofCity(c) + from + d]!)));
  return good({ initiatives: listOf(inCity.mapped), targets: listOf(inCity.target) });
}
