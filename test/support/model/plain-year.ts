import { dimensions } from "../../../src/model/names.js";
import type { Model } from "../../../src/model/model.js";
import { modelFor } from "../../../src/model/own-city.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { centralOf } from "./plain-costs.js";
import { plainMissed } from "./plain-missed.js";
import { plainCity, type PlainCity } from "./plain-model.js";
import { plainMean, plainTargets, plainWeights } from "./plain-targets.js";

/** A year of all cities, with names as results of the model have them. */
export interface PlainYear {
  /** T by city and, within it, dimension. */
  targets: number[][];
  cities: (PlainCity & { city: string; actorsPerInitiative: number })[];
  /** K. */
  coverage: number;
  inequality: number;
  cost: { total: number; public: number };
  /** EUR, as worth in the year of the mapping. */
  discounted: number;
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/**
 * n at the mapping by city and, within it, dimension: what was counted, and what was missed where counts are uncertain.
 * @param part the even draw of a city and dimension
 */
export function plainCounts(
  model: Model,
  scenario: Scenario,
  part: (city: string, dimension: string) => number = () => 0.5,
): number[][] {
  const { cities, initiatives } = model.baseline;
  const uncertain = scenario.counts === "uncertain" && scenario.ownCity === undefined;
  return cities.map((city, c) =>
    dimensions.map((dimension, d) => {
      const counted = initiatives[c * dimensions.length + d]!;
      if (!uncertain) return counted;
      const share = centralOf(model, `found-${city}`, scenario);
      return counted + plainMissed(counted, share, part(city, dimension));
    }),
  );
}

/** Years 0 … H of a scenario with central assumptions, and the median of what was missed. */
export function plainYears(given: Model, scenario: Scenario): PlainYear[] {
  const model = modelFor(given, scenario.ownCity);
  const counts = plainCounts(model, scenario);
  return Array.from({ length: (scenario.horizon ?? 5) + 1 }, (_, t) => plainYear(model, scenario, t, counts));
}

/**
 * Every city in a year, by itself and all together.
 * @param model of these cities
 * @param counts n at the mapping
 */
export function plainYear(
  model: Model,
  scenario: Scenario,
  t: number,
  counts: readonly (readonly number[])[],
): PlainYear {
  const { baseline } = model;
  const targets = plainTargets(model, scenario, counts);
  const D = dimensions.length;
  const cities = baseline.cities.map((city, c) => {
    const own = plainCity(model, scenario, city, t, counts[c]!, targets[c]!);
    const ofCity = (list: Float64Array) => sum([...list.slice(c * D, (c + 1) * D)]);
    const actors = (ofCity(baseline.actors) * sum(counts[c]!)) / ofCity(baseline.initiatives);
    return { ...own, city, actorsPerInitiative: actors / sum(own.initiatives) };
  });
  const coverages = cities.map(({ cityCoverage }) => cityCoverage);
  const worth = baseline.cities.map((city) => {
    const rate = centralOf(model, model.version === 2 ? `discount-rate-${city}` : "discount-rate", scenario);
    return 1 / (1 + rate) ** t;
  });
  return {
    targets,
    cities,
    coverage: plainMean(coverages, plainWeights(model, scenario)),
    inequality: plainGini(coverages),
    cost: {
      public: sum(cities.map(({ cost }) => cost.public)),
      total: sum(cities.map(({ cost }) => cost.total)),
    },
    discounted: sum(cities.map(({ cost }, c) => cost.total * worth[c]!)),
  };
}

/** All differences, each counted twice, over twice the square of the number of values times their mean. */
export function plainGini(values: readonly number[]): number {
  const all = sum(values);
  if (all === 0) return 0;
  const differences = sum(values.flatMap((one) => values.map((other) => Math.abs(one - other))));
  return differences / (2 * values.length ** 2 * (all / values.length));
}
