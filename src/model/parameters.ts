import type { Assumption, ModelVersion } from "./assumptions.js";
import type { Baseline } from "./baseline.js";
import type { Choices } from "./choices.js";
import type { Heads } from "./heads.js";
import { chanceId, chancesOf } from "./chances.js";
import { missedQuantile } from "./missed.js";
import { dimensions } from "./names.js";
import { targetWriter } from "./targets.js";

const D = dimensions.length;

/**
 * Where each parameter of a run stands. Lists of numbers rather than objects: a run of 10,000 draws reads them
 * millions of times. A city's own stand together, from `cities` on: see `inCity`.
 */
export const at = {
  /** Weight of each dimension in coverage: five places. */
  weight: 0,
  passThrough: D,
  privateShare: D + 1,
  coFunding: D + 2,
  crowdingOut: D + 3,
  breadthThreshold: D + 4,
  mappingYear: D + 5,
  /** 1 where a rise and new initiatives have one price: from version 2 on. */
  onePrice: D + 6,
  cities: D + 7,
} as const;

/** Where each parameter of a city stands among the city's own. */
export const inCity = {
  /** EUR an initiative and year by dimension, at the prices of the city's country: five places. */
  cost: 0,
  /** n₀, initiatives at the mapping by dimension, with what it is assumed to have missed: five places. */
  mapped: D,
  /** T, initiatives that count as covered, by dimension: five places. */
  target: 2 * D,
  /** Publicly paid share of initiatives. */
  publicShare: 3 * D,
  discountRate: 3 * D + 1,
  /** Prices of the city's country, the euro area being 1; 1 in version 1. */
  priceLevel: 3 * D + 2,
  /** How much the city weighs in means over cities; 1 where all weigh alike. */
  weight: 3 * D + 3,
  length: 3 * D + 4,
} as const;

/** Where the parameters of a city begin. */
export const ofCity = (city: number): number => at.cities + city * inCity.length;

/** What cities have one of for each dimension, by city and, within it, dimension. @param from its place in `inCity` */
export function byCell(parameters: Float64Array, cities: number, from: number): Float64Array {
  return Float64Array.from(
    { length: cities * D },
    (_, cell) => parameters[ofCity(Math.floor(cell / D)) + from + (cell % D)]!,
  );
}

/** How the parameters of a run follow from values of the assumptions. */
export interface Parameters {
  /** How many there are. */
  length: number;
  /** @param values in the order of the assumptions, as one draw has them */
  write: (values: ArrayLike<number>, into: Float64Array) => void;
}

/**
 * How the parameters of a run follow from values of the assumptions.
 *
 * Version 1: cost of a dimension = `cost-<dimension>` in every city, one discount rate. Version 2: cost = the pooled
 * cost, or by dimension as in version 1, times the price level of the city's country; a discount rate a city. Uncertain
 * counts add to n₀ what was missed (`missedQuantile`), and the targets that are taken over the cities follow.
 * @param assumptions in the order of `assumptionIds`, with those of `chancesOf` behind them
 */
export function parametersFrom(
  assumptions: readonly Pick<Assumption, "id">[],
  baseline: Baseline,
  version: ModelVersion,
  choices: Choices,
): Parameters {
  const { cities } = baseline;
  const { weighting } = choices;
  const costing = choices.costing ?? "pooled";
  const target = choices.target ?? { kind: "median" };
  const places = new Map(assumptions.map(({ id }, index) => [id, index]));
  const place = (id: string) => {
    const found = places.get(id);
    if (found === undefined) throw new Error(`the model has no assumption "${id}"`);
    return found;
  };
  const copied: [from: number, to: number][] = [];
  const copy = (id: string, to: number) => copied.push([place(id), to]);
  dimensions.forEach((dimension, d) => copy(`weight-${dimension}`, at.weight + d));
  copy("pass-through", at.passThrough);
  copy("private-share", at.privateShare);
  copy("breadth-threshold", at.breadthThreshold);
  copy("mapping-year", at.mappingYear);
  if (version >= 2) {
    copy("co-funding", at.coFunding);
    copy("crowding-out", at.crowdingOut);
  }
  const costs = dimensions.map((dimension) =>
    place(version === 1 || costing === "by-dimension" ? `cost-${dimension}` : "cost-initiative"),
  );
  const priceLevels = version === 1 ? null : cities.map((city) => place(`price-level-${city}`));
  cities.forEach((city, c) => {
    copy(`public-share-${city}`, ofCity(c) + inCity.publicShare);
    copy(version === 1 ? "discount-rate" : `discount-rate-${city}`, ofCity(c) + inCity.discountRate);
  });

  /** Residents or migrants of each city, from the values of the assumptions. */
  const headsOf = (who: Heads) => {
    const residents = cities.map((city) => place(`residents-${city}`));
    const shares = who === "migrants" ? cities.map((city) => place(`migrant-share-${city}`)) : null;
    return (values: ArrayLike<number>, into: Float64Array) => {
      for (let c = 0; c < into.length; c++)
        into[c] = values[residents[c]!]! * (shares === null ? 1 : values[shares[c]!]!);
    };
  };
  // One city alone has the whole weight, whatever it weighs.
  const writeWeights = weighting == null || cities.length === 1 ? null : headsOf(weighting);
  const writeHeads = target.per == null ? null : headsOf(target.per);
  const missed = chancesOf(baseline, choices).length === 0 ? null : missedFrom(baseline, place);
  const writeTargets = targetWriter(target, cities);
  const initiatives = baseline.initiatives.slice();
  const weights = new Float64Array(cities.length).fill(1);
  const heads = new Float64Array(cities.length);
  const targets = new Float64Array(cities.length * D);
  // What no assumption moves is made once.
  const targetsMove = missed !== null || writeHeads !== null;
  if (!targetsMove) writeTargets(baseline.measuredAgainst ?? initiatives, heads, targets);

  return {
    length: ofCity(cities.length),
    write(values, into) {
      for (let i = 0; i < copied.length; i++) into[copied[i]![1]] = values[copied[i]![0]]!;
      into[at.onePrice] = version >= 2 ? 1 : 0;
      if (missed) missed(values, initiatives);
      if (writeHeads) writeHeads(values, heads);
      if (writeWeights) writeWeights(values, weights);
      if (targetsMove) writeTargets(baseline.measuredAgainst ?? initiatives, heads, targets);
      for (let c = 0; c < cities.length; c++) {
        const own = ofCity(c);
        const level = priceLevels === null ? 1 : values[priceLevels[c]!]!;
        into[own + inCity.priceLevel] = level;
        into[own + inCity.weight] = weights[c]!;
        for (let d = 0; d < D; d++) {
          into[own + inCity.cost + d] = values[costs[d]!]! * level;
          into[own + inCity.mapped + d] = initiatives[c * D + d]!;
          into[own + inCity.target + d] = targets[c * D + d]!;
        }
      }
    },
  };
}

/** Makes a function that writes what was counted with what was missed, by city and dimension. */
function missedFrom({ cities, initiatives }: Baseline, place: (id: string) => number) {
  const found = cities.map((city) => place(`found-${city}`));
  const chances = cities.map((city) => dimensions.map((dimension) => place(chanceId(city, dimension))));
  return (values: ArrayLike<number>, into: Float64Array) => {
    for (let c = 0; c < cities.length; c++)
      for (let d = 0; d < D; d++) {
        const n = initiatives[c * D + d]!;
        into[c * D + d] = n + missedQuantile(n, values[found[c]!]!, values[chances[c]![d]!]!);
      }
  };
}
