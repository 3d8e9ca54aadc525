import { sum } from "d3-array";
import { dimensions, partnershipTypes } from "./names.js";
import { evenness } from "./evenness.js";
import { gini } from "./gini.js";
import { good, type Outcome } from "./outcome.js";
import { at, inCity, ofCity } from "./parameters.js";
import { valueIn } from "./measure.js";
import { runYear, yearOf } from "./run-year.js";
import type { Model } from "./model.js";
import { centralParameters, prepare, type Prepared, type Scenario } from "./scenario.js";
import { situationsOf } from "./situation.js";

const D = dimensions.length;
const P = partnershipTypes.length;

/** One city in one year. Shares are from 0 to 1; NaN is "cannot be said", never zero. */
export interface CityResult {
  city: string;
  /** n, by dimension. A part of an initiative is possible: these are expected numbers. NaN where none were counted. */
  initiatives: number[];
  /** κ = min(1, n / T), by dimension. */
  coverage: number[];
  /** K_c. */
  cityCoverage: number;
  /** Dimensions with at least the threshold of initiatives. */
  breadth: number;
  /** Pielou's J over the dimensions; NaN without initiatives. */
  evenness: number;
  /** Actors at the mapping (no lever moves them) over initiatives now; NaN without initiatives. */
  actorsPerInitiative: number;
  /** EUR in the year. total = public + private; private is all that is not public. */
  cost: Cost;
  /** By type, in the order of `partnershipTypes`. */
  partnerships: number[];
  /** Public–private partnerships over all; NaN without partnerships. */
  publicPrivateShare: number;
}

/** EUR in a year. */
export interface Cost {
  total: number;
  public: number;
  private: number;
  /** total / (1 + discount rate of the city)^t: what it is worth in the year of the mapping. */
  discounted: number;
}

/** All cities in one year. */
export interface YearResult {
  /** Years after the mapping. */
  t: number;
  /** Calendar year. */
  year: number;
  cities: CityResult[];
  /** K: mean of K_c, each city with its weight. */
  coverage: number;
  /** Gini coefficient of K_c. */
  inequality: number;
  /** Sums over the cities. */
  cost: Cost;
  partnerships: number[];
  publicPrivateShare: number;
}

/** A scenario with the central assumptions. */
export interface Result {
  /** T by city and, within it, dimension. */
  targets: number[][];
  /** Years 0 … H. */
  years: YearResult[];
}

/** Runs a scenario with its central assumptions. Without levers every year is the baseline. */
export function simulate(model: Model, scenario: Scenario): Outcome<Result> {
  const prepared = prepare(model, scenario);
  return prepared.ok ? good(resultOf(prepared.value, centralParameters(prepared.value))) : prepared;
}

/**
 * The same for given parameters.
 * @param parameters as `parametersFrom` writes them
 */
function resultOf(prepared: Prepared, parameters: Float64Array): Result {
  const { baseline, levers, horizon } = prepared;
  const situations = situationsOf(prepared, levers, horizon);
  const out = yearOf(baseline.cities.length);
  const shareIn = (partnerships: readonly number[]) =>
    baseline.partnershipsCounted === false ? Number.NaN : publicPrivateShare(partnerships);
  /** Actors at the mapping: what it missed is taken to have as many each. */
  const actorsOf = (c: number) => {
    const ofCounted = plainSum(baseline.actors.subarray(c * D, (c + 1) * D));
    const counted = plainSum(baseline.initiatives.subarray(c * D, (c + 1) * D));
    const from = ofCity(c) + inCity.mapped;
    return counted > 0 ? (ofCounted * plainSum(parameters.subarray(from, from + D))) / counted : ofCounted;
  };
  const threshold = parameters[at.breadthThreshold]!;
  /** What a euro of the year is worth in the year of the mapping, by city. */
  const worth = baseline.cities.map(() => 1);
  const years: YearResult[] = [];
  for (let t = 0; t <= horizon; t++) {
    const from = t * baseline.cities.length;
    runYear(baseline, situations, from, parameters, out);
    const cities = baseline.cities.map((city, c): CityResult => {
      const own = (values: Float64Array) =>
        Array.from(values.subarray(c * D, (c + 1) * D), (value, d) =>
          baseline.counted?.[c * D + d] === 0 ? Number.NaN : value,
        );
      const initiatives = own(out.initiatives);
      const n = sum(initiatives);
      const partnerships = Array.from(situations[from + c]!.partnerships);
      return {
        city,
        initiatives,
        coverage: own(out.coverage),
        cityCoverage: out.cityCoverage[c]!,
        breadth: breadth(initiatives, threshold),
        evenness: evenness(initiatives.filter(Number.isFinite)),
        actorsPerInitiative: n > 0 ? actorsOf(c) / n : Number.NaN,
        cost: costOf(out.publicCost[c]!, out.privateCost[c]!, worth[c]!),
        partnerships,
        publicPrivateShare: shareIn(partnerships),
      };
    });
    const coverages = cities.map(({ cityCoverage }) => cityCoverage);
    const partnerships = Array.from({ length: P }, (_, p) => sum(cities, (d) => d.partnerships[p]!));
    years.push({
      t,
      year: parameters[at.mappingYear]! + t,
      cities,
      coverage: valueIn(out, "coverage", -1),
      inequality: gini(coverages),
      cost: allOf(cities.map(({ cost }) => cost)),
      partnerships,
      publicPrivateShare: shareIn(partnerships),
    });
    for (let c = 0; c < worth.length; c++) worth[c]! /= 1 + parameters[ofCity(c) + inCity.discountRate]!;
  }
  return {
    targets: baseline.cities.map((_, c) =>
      dimensions.map((_, d) => parameters[ofCity(c) + inCity.target + d]!),
    ),
    years,
  };
}

/** Where a part is not known, neither is the sum. */
const plainSum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);

/** Dimensions with at least so many initiatives. A sum that rounding left a hair below still counts. */
export function breadth(initiatives: ArrayLike<number>, threshold: number): number {
  let broad = 0;
  for (let d = 0; d < initiatives.length; d++) if (initiatives[d]! >= threshold - 1e-9) broad++;
  return broad;
}

function costOf(publicCost: number, privateCost: number, worth: number): Cost {
  const total = publicCost + privateCost;
  return { total, public: publicCost, private: privateCost, discounted: total * worth };
}

function allOf(costs: readonly Cost[]): Cost {
  const [publicCost, privateCost] = [sum(costs, (cost) => cost.public), sum(costs, (cost) => cost.private)];
  return {
    total: publicCost + privateCost,
    public: publicCost,
    private: privateCost,
    discounted: sum(costs, (cost) => cost.discounted),
  };
}

function publicPrivateShare(partnerships: readonly number[]): number {
  const all = sum(partnerships);
  return all > 0 ? partnerships[partnershipTypes.indexOf("public-private")]! / all : Number.NaN;
}
