import type { Assumption, ModelVersion } from "./assumptions.js";
import { dimensions } from "./names.js";

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
  /** Publicly paid share of initiatives. */
  publicShare: D,
  discountRate: D + 1,
  /** Prices of the city's country, the euro area being 1; 1 in version 1. */
  priceLevel: D + 2,
  length: D + 3,
} as const;

/** Where the parameters of a city begin. */
export const ofCity = (city: number): number => at.cities + city * inCity.length;

/** Whether an initiative of any dimension costs the same, or one of each dimension what its own budget says. */
export const costings = ["pooled", "by-dimension"] as const;
export type Costing = (typeof costings)[number];

/** Whether an assumption of a version acts at all where costs are taken so. */
export function acts(id: string, version: ModelVersion, costing: Costing): boolean {
  if (version === 1 || !id.startsWith("cost-")) return true;
  return (id === "cost-initiative") === (costing === "pooled");
}

/**
 * How the parameters of a run follow from values of the assumptions: a function that writes them, the values being
 * in the order of `assumptionIds`, as one draw has them.
 *
 * Version 1: cost of a dimension = `cost-<dimension>` in every city, one discount rate. Version 2: cost = the pooled
 * cost, or by dimension as in version 1, times the price level of the city's country; a discount rate a city.
 */
export function parametersFrom(
  assumptions: readonly Pick<Assumption, "id">[],
  cities: readonly string[],
  version: ModelVersion,
  costing: Costing,
): { length: number; write: (values: ArrayLike<number>, into: Float64Array) => void } {
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
  return {
    length: ofCity(cities.length),
    write(values, into) {
      for (let i = 0; i < copied.length; i++) into[copied[i]![1]] = values[copied[i]![0]]!;
      into[at.onePrice] = version >= 2 ? 1 : 0;
      for (let c = 0; c < cities.length; c++) {
        const level = priceLevels === null ? 1 : values[priceLevels[c]!]!;
        into[ofCity(c) + inCity.priceLevel] = level;
        for (let d = 0; d < D; d++) into[ofCity(c) + inCity.cost + d] = values[costs[d]!]! * level;
      }
    },
  };
}
