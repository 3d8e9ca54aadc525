import { dimensions } from "../names.js";
import type { Situation } from "../levers/acting.js";
import { runYear, yearOf } from "../run-year.js";
import type { Prepared } from "../scenario.js";
import type { Mean } from "./aim.js";
import type { Plan } from "./in-order.js";

const D = dimensions.length;

/** The level that a plan comes to in the last year under given values of the assumptions: the lowest of the means. */
export type PlanLevel = (values: Float64Array, means: readonly Mean[], plan: Plan) => number;

/**
 * Runs the last year of a scenario with a plan on top, as `simulate` would with the plan's levers: also where money that
 * fills gaps first goes elsewhere once new initiatives close them.
 * @param situations of the scenario itself in that year, by city; they are not changed
 */
export function planLevel(prepared: Prepared, situations: readonly Situation[]): PlanLevel {
  const { baseline } = prepared;
  const year = yearOf(baseline.cities.length);
  const own = situations.map((situation) => ({
    ...situation,
    added: situation.added.slice(),
    priced: situation.priced.slice(),
  }));
  const parameters = new Float64Array(prepared.parameters.length);
  return (values, means, plan) => {
    prepared.parameters.write(values, parameters);
    own.forEach(({ added, priced }, c) => {
      for (let d = 0; d < D; d++) {
        added[d] = situations[c]!.added[d]! + plan[c * D + d]!;
        priced[d] = situations[c]!.priced[d]! + plan[c * D + d]!;
      }
    });
    runYear(baseline, own, 0, parameters, year);
    let lowest = 1;
    for (const mean of means) {
      let level = 0;
      for (let cell = 0; cell < mean.length; cell++) level += mean[cell]! * year.coverage[cell]!;
      if (level < lowest) lowest = level;
    }
    return lowest;
  };
}
