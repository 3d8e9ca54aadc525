import { dimensions } from "../names.js";
import { centralValues } from "../assumptions.js";
import type { Baseline } from "../baseline.js";
import { at, byCell, inCity, ofCity } from "../parameters.js";
import type { Outcome } from "../outcome.js";
import { good } from "../outcome.js";
import { publicPriceOf, runYear, yearOf, type Year } from "../run-year.js";
import type { Model } from "../model.js";
import { centralParameters, prepare, type Prepared, type Scenario } from "../scenario.js";
import type { Situation } from "../levers/acting.js";
import { situationOf } from "../situation.js";

const D = dimensions.length;

/** Which money counts: what public budgets pay for new initiatives, or all of it. */
export type Money = "public" | "total";

/** The scenario in its last year, with central assumptions or others: where the search starts. */
export interface Ground {
  cities: readonly string[];
  names: ReadonlyMap<string, string>;
  /** n by city and, within it, dimension. */
  initiatives: Float64Array;
  /** κ, the same shape. */
  kappa: Float64Array;
  /** T, the same shape. */
  targets: Float64Array;
  /** Weight of each dimension in coverage. */
  weights: Float64Array;
  /** Weight of each city in means over cities. */
  cityWeights: Float64Array;
  /** 1 where the count of a city's dimension is known; undefined where all are. */
  counted: Uint8Array | undefined;
  /** EUR a year of one new initiative, by city and, within it, dimension. */
  cost: Readonly<Record<Money, Float64Array>>;
  /** EUR a year of the scenario as it stands. */
  spent: Readonly<Record<Money, number>>;
  /** Places of the cities whose rise of funding is spent on gaps first: there new initiatives do not add up with it. */
  gapFirst: readonly number[];
  /** What lacks to the target before any rise, by city and dimension: new initiatives beyond raise no coverage. 0 where nothing was counted. */
  gaps: Float64Array;
  /** κ by city and dimension once a plan is added: the year itself is run. What it returns is written anew by each call. */
  kappaWith: (plan: ArrayLike<number>) => Float64Array;
}

/** What the scenario comes to in its last year, with central assumptions. */
export function groundOf(model: Model, scenario: Scenario): Outcome<Ground> {
  const prepared = prepare(model, scenario);
  return prepared.ok ? good(groundWith(prepared.value, centralValues(prepared.value.assumptions))) : prepared;
}

/**
 * The same for given values.
 * @param values of the assumptions, in the order of `assumptionIds`, as one draw has them
 * @param situations of the last year, by city; left out, they are made
 */
export function groundWith(
  prepared: Prepared,
  values: ArrayLike<number>,
  situations: readonly Situation[] = lastSituations(prepared),
): Ground {
  const { baseline } = prepared;
  const parameters = new Float64Array(prepared.parameters.length);
  prepared.parameters.write(values, parameters);
  const { cities, names, counted } = baseline;
  const year = yearOf(cities.length);
  runYear(baseline, situations, 0, parameters, year);
  const total = byCell(parameters, cities.length, inCity.cost);
  const targets = byCell(parameters, cities.length, inCity.target);
  const mapped = byCell(parameters, cities.length, inCity.mapped);
  // As in runYear: what a handover saves, it saves of new initiatives too.
  const publicCost = total.map((cost, cell) => {
    const c = Math.floor(cell / D);
    const handedOver = parameters[at.privateShare]! * situations[c]!.handedOver;
    const share = parameters[ofCity(c) + inCity.publicShare]!;
    const price = parameters[at.onePrice] === 1 ? publicPriceOf(share, parameters) : share;
    return cost * price * (1 - handedOver);
  });
  return {
    cities,
    names,
    initiatives: year.initiatives,
    kappa: year.coverage,
    targets,
    weights: parameters.slice(at.weight, at.weight + D),
    cityWeights: year.cityWeight,
    counted,
    cost: { public: publicCost, total },
    spent: spentIn(year),
    gapFirst: cities.flatMap((_, c) => (situations[c]!.gapFirst > 0 ? [c] : [])),
    gaps: targets.map((target, cell) => {
      const added = situations[Math.floor(cell / D)]!.added[cell % D]!;
      return counted?.[cell] === 0 ? 0 : Math.max(0, target - mapped[cell]! - added);
    }),
    kappaWith: kappaWith(baseline, situations, parameters),
  };
}

/** What the levers do to each city in the last year. */
export function lastSituations(prepared: Prepared): Situation[] {
  const { baseline, levers, horizon } = prepared;
  return baseline.cities.map((_, c) => situationOf(prepared, c, levers, horizon));
}

/** Runs the year with the new initiatives of a plan beside those that the scenario adds. */
function kappaWith(
  baseline: Baseline,
  situations: readonly Situation[],
  parameters: Float64Array,
): Ground["kappaWith"] {
  const year = yearOf(baseline.cities.length);
  const planned = situations.map((situation) => ({ ...situation, added: situation.added.slice() }));
  return (plan) => {
    for (let c = 0; c < planned.length; c++)
      for (let d = 0; d < D; d++) planned[c]!.added[d] = situations[c]!.added[d]! + plan[c * D + d]!;
    runYear(baseline, planned, 0, parameters, year);
    return year.coverage;
  };
}

/** The last year of a scenario, with central assumptions. */
export function lastYearOf(model: Model, scenario: Scenario): Outcome<Year> {
  const prepared = prepare(model, scenario);
  if (!prepared.ok) return prepared;
  const { baseline } = prepared.value;
  const year = yearOf(baseline.cities.length);
  const situations = lastSituations(prepared.value);
  runYear(baseline, situations, 0, centralParameters(prepared.value), year);
  return good(year);
}

/** EUR in a year that was run, over all cities. */
export function spentIn({ publicCost, privateCost }: Year): Record<Money, number> {
  const all = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  return { public: all(publicCost), total: all(publicCost) + all(privateCost) };
}
