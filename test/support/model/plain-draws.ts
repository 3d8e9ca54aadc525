import { withOverrides, type Assumption } from "../../../src/model/assumptions.js";
import { drawAssumptions } from "../../../src/model/draws.js";
import type { Model } from "../../../src/model/model.js";
import { dimensions } from "../../../src/model/names.js";
import { modelFor } from "../../../src/model/own-city.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { missedDraws } from "./plain-missed.js";
import { plainQuantile } from "./plain-targets.js";
import { plainCounts, plainYears, type PlainYear } from "./plain-year.js";
import { valueOf } from "./real-model.js";

/** The model with other central values and no ranges. */
function withCentral(model: Model, value: (p: number) => number): Model {
  const fixed = (assumption: Assumption, p: number): Assumption => ({
    ...assumption,
    low: value(p),
    central: value(p),
    high: value(p),
    distribution: "fixed",
  });
  return { ...model, assumptions: model.assumptions.map(fixed) };
}

/**
 * A draw as a model of its own: what was drawn is central there, and n is what was counted. A reader's own city is a
 * mapped one there.
 */
export interface DrawnModel {
  model: Model;
  scenario: Scenario;
}

/** Every draw of a scenario. */
export function drawnModels(given: Model, scenario: Scenario, draws: number, seed: number): DrawnModel[] {
  const model = { ...modelFor(given, scenario.ownCity) };
  delete model.whole;
  const { cities, initiatives, actors } = model.baseline;
  const { overrides = {} } = scenario;
  const rest: Scenario = { ...scenario, overrides: {} };
  delete rest.counts;
  delete rest.ownCity;
  const values = drawAssumptions(valueOf(withOverrides(model.assumptions, overrides)), draws, seed);
  const parts = new Map(
    cities.flatMap((city) =>
      dimensions.map((dimension) => [`${city}-${dimension}`, missedDraws(city, dimension, draws, seed)]),
    ),
  );
  return Array.from({ length: draws }, (_, i) => {
    const drawn = withCentral(model, (p) => values[p]![i]!);
    const here = { ...scenario, overrides: {} };
    const counts = plainCounts(drawn, here, (city, dimension) => parts.get(`${city}-${dimension}`)![i]!);
    const scales = counts.map((own, c) => {
      const counted = initiatives.slice(c * dimensions.length, (c + 1) * dimensions.length);
      return own.reduce((a, b) => a + b, 0) / counted.reduce((a, b) => a + b, 0);
    });
    const baseline = {
      ...model.baseline,
      initiatives: Float64Array.from(counts.flat()),
      actors: actors.map((a, cell) => a * scales[Math.floor(cell / dimensions.length)]!),
    };
    return { model: { ...drawn, baseline }, scenario: rest };
  });
}

/** The years of a scenario in a draw, and those of its baseline: the same without levers. */
export function plainDraws(
  model: Model,
  scenario: Scenario,
  draws: number,
  seed: number,
): { years: PlainYear[]; before: PlainYear[] }[] {
  return drawnModels(model, scenario, draws, seed).map((drawn) => ({
    years: plainYears(drawn.model, drawn.scenario),
    before: plainYears(drawn.model, { ...drawn.scenario, levers: [] }),
  }));
}

/** The percentiles of a list. */
export const plainBand = (list: readonly number[]) => ({
  p10: plainQuantile(list, 0.1),
  p50: plainQuantile(list, 0.5),
  p90: plainQuantile(list, 0.9),
});
