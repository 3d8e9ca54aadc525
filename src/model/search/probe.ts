import { centralValues } from "../assumptions.js";
import { drawAssumptions, drawsRange, seedRange } from "../draws.js";
import { valueIn, type Measure } from "../measure.js";
import { runYear, yearOf } from "../run-year.js";
import type { Model } from "../model.js";
import { prepare, type Prepared, type Scenario } from "../scenario.js";
import { situationOf } from "../situation.js";

/** What a measure comes to in the last year. */
export interface Probed {
  /** With central assumptions. */
  value: number;
  /** Whether that value keeps to the goal. */
  keeps: boolean;
  /** Share of the draws that keep to it; null where none were asked for. */
  share: number | null;
}

/** What is probed. */
export interface ProbeOptions {
  measure: Measure;
  goal: number;
  chance?: number;
  draws?: number;
  seed?: number;
}

/**
 * Makes a function that runs the last year of a scenario. The assumptions are drawn once, here: every scenario meets
 * the same draws, and a difference between two comes from their levers.
 * @param first one of the scenarios; the others differ from it in the values of levers alone
 */
export function probe(
  model: Model,
  { measure, goal, chance, draws = drawsRange.default, seed = seedRange.default }: ProbeOptions,
  first: Prepared,
): (scenario: Scenario) => Probed {
  const { baseline, assumptions, horizon, parameters: from } = first;
  const city = measure.city === undefined ? -1 : baseline.cities.indexOf(measure.city);
  const drawn = chance === undefined ? [] : drawAssumptions(assumptions, draws, seed);
  const central = centralValues(assumptions);
  const values = central.slice();
  const parameters = new Float64Array(from.length);
  const year = yearOf(baseline.cities.length);
  // A hair above or below, as rounding leaves it, counts.
  const keeps = (value: number) =>
    measure.kind === "coverage" ? value >= goal - 1e-9 : value <= goal + 1e-9 * Math.max(1, goal);
  return (scenario) => {
    const prepared = prepare(model, scenario);
    if (!prepared.ok) throw new Error("a value inside a lever's range made the scenario unsound");
    const situations = baseline.cities.map((_, c) =>
      situationOf(prepared.value, c, prepared.value.levers, horizon),
    );
    const run = (assumed: Float64Array) => {
      from.write(assumed, parameters);
      runYear(baseline, situations, 0, parameters, year);
      return valueIn(year, measure.kind, city);
    };
    const value = run(central);
    if (chance === undefined) return { value, keeps: keeps(value), share: null };
    let kept = 0;
    for (let i = 0; i < draws; i++) {
      for (let p = 0; p < values.length; p++) values[p] = drawn[p]![i]!;
      if (keeps(run(values))) kept++;
    }
    return { value, keeps: keeps(value), share: kept / draws };
  };
}
