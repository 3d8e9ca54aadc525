import type { Heads } from "../../../src/model/heads.js";
import { dimensions } from "../../../src/model/names.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { centralOf } from "./plain-costs.js";

/** The value that the part `p` of a list lies below, of type R-7. */
export function plainQuantile(list: readonly number[], p: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [from, to] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return from + (place - Math.floor(place)) * (to - from);
}

/** How many of these people a city has. */
function peopleOf(model: Model, scenario: Scenario, city: string, people: Heads): number {
  const residents = centralOf(model, `residents-${city}`, scenario);
  return people === "residents" ? residents : residents * centralOf(model, `migrant-share-${city}`, scenario);
}

/** How much each city counts in a mean over cities. */
export function plainWeights(model: Model, scenario: Scenario): number[] {
  const { weighting } = scenario;
  return model.baseline.cities.map((city) =>
    weighting === undefined ? 1 : peopleOf(model, scenario, city, weighting),
  );
}

/** A mean in which each value has its weight; what is not known is left out with its weight. */
export function plainMean(values: readonly number[], weights: readonly number[]): number {
  let [sum, all] = [0, 0];
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    sum += value * weights[i]!;
    all += weights[i]!;
  });
  return sum / all;
}

/**
 * T by city and, within it, dimension.
 * @param counts n by city and, within it, dimension; of a reader's own city those of the mapped cities stand elsewhere
 */
export function plainTargets(
  model: Model,
  scenario: Scenario,
  counts: readonly (readonly number[])[],
): number[][] {
  const { baseline } = model;
  const { target = { kind: "median" } } = scenario;
  const { per } = target;
  const hundredThousands = baseline.cities.map((city) =>
    per === undefined ? 1 : peopleOf(model, scenario, city, per) / 100_000,
  );
  if (target.kind === "own")
    return baseline.cities.map((city, c) =>
      dimensions.map(
        (dimension) =>
          (target.cities?.[city]?.[dimension] ?? target.initiatives[dimension]) * hundredThousands[c]!,
      ),
    );
  const p = { median: 0.5, "upper-quartile": 0.75, best: 1 }[target.kind];
  const quantiles = dimensions.map((_, d) => {
    const mapped = baseline.measuredAgainst;
    if (mapped !== undefined)
      return plainQuantile(
        [...mapped].filter((_, cell) => cell % dimensions.length === d),
        p,
      );
    return plainQuantile(
      counts.map((own, c) => own[d]! / hundredThousands[c]!),
      p,
    );
  });
  return hundredThousands.map((people) => quantiles.map((quantile) => quantile * people));
}
