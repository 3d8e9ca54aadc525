import { dimensions } from "./names.js";
import type { Baseline } from "./baseline.js";
import { drawAssumptions, drawsRange, seedRange } from "./draws.js";
import { valueIn } from "./measure.js";
import { bandOf, type Band } from "./percentiles.js";
import type { Fault } from "./fault.js";
import { bad, good, type Outcome } from "./outcome.js";
import { outOfRange } from "./out-of-range.js";
import { inCity, ofCity } from "./parameters.js";
import { runYear, yearOf } from "./run-year.js";
import type { Model } from "./model.js";
import { prepare, type Prepared, type Scenario } from "./scenario.js";
import { situationsOf } from "./situation.js";

/** How to draw, and what to count. */
export interface UncertaintyOptions {
  /** N; default 1,000. */
  draws?: number;
  /** Whole number; the same gives the same bytes. Default 1. */
  seed?: number;
  /** Coverage to be reached in the last year, of all cities or of one; each gets its chance. */
  goals?: readonly CoverageGoal[];
}

/** A coverage to be reached. */
export interface CoverageGoal {
  city?: string;
  coverage: number;
}

/** Bands in the last year, and of the change from the baseline under the same draws. */
export interface LastYear {
  coverage: Band;
  total: Band;
  public: Band;
  private: Band;
  coverageChange: Band;
  totalChange: Band;
  publicChange: Band;
}

/** What the draws say. */
export interface Uncertainty {
  draws: number;
  seed: number;
  /** All cities together, year by year from 0. */
  years: { coverage: Band; inequality: Band; total: Band; public: Band; private: Band }[];
  /** All cities together in the last year. */
  all: LastYear;
  /** Each city in the last year, in the order of the baseline. */
  cities: LastYear[];
  /** Place of each city by coverage in the last year, 1 the highest; cities with equal coverage share the better place. */
  places: Band[];
  /** n in the last year, by city and, within it, dimension; and κ. */
  initiatives: Band[];
  coverage: Band[];
  /** All years' cost, each discounted to the year of the mapping, EUR; and less the baseline's. */
  discounted: Band;
  discountedChange: Band;
  /** Share of the draws that reach each goal, 0 … 1. */
  chances: number[];
}

/**
 * Runs a scenario and its baseline N times, with the same draws of the assumptions for both.
 *
 * The baseline has no levers, so each of its years is like the first: it is run once a draw.
 */
export function uncertainty(
  model: Model,
  scenario: Scenario,
  options: UncertaintyOptions = {},
): Outcome<Uncertainty> {
  const prepared = prepare(model, scenario);
  if (!prepared.ok) return prepared;
  const { baseline, assumptions, levers, horizon } = prepared.value;
  const { draws: n = drawsRange.default, seed = seedRange.default, goals = [] } = options;
  const faults = checkOptions(n, seed, goals, baseline);
  if (faults.length > 0) return bad(...faults);

  const cities = baseline.cities.length;
  const drawn = parametersOfDraws(drawAssumptions(assumptions, n, seed), prepared.value);
  const list = () => new Float64Array(n);
  const lists = (count: number) => Array.from({ length: count }, list);

  const untouched = runDraws(drawn, prepared.value, situationsOf(prepared.value, [], 0));
  const before = { coverage: list(), total: list(), public: list(), private: list() };
  const beforeOf = Array.from({ length: cities }, () => ({
    coverage: list(),
    public: list(),
    private: list(),
  }));
  untouched(0, (year, i) => {
    before.coverage[i] = valueIn(year, "coverage", -1);
    before.public[i] = valueIn(year, "public", -1);
    before.private[i] = valueIn(year, "private", -1);
    before.total[i] = before.public[i] + before.private[i];
    for (let c = 0; c < cities; c++) {
      beforeOf[c]!.coverage[i] = year.cityCoverage[c]!;
      beforeOf[c]!.public[i] = year.publicCost[c]!;
      beforeOf[c]!.private[i] = year.privateCost[c]!;
    }
  });

  const run = runDraws(drawn, prepared.value, situationsOf(prepared.value, levers, horizon));
  /** What a euro of the year is worth in the year of the mapping, by draw and city. */
  const worth = new Float64Array(n * cities).fill(1);
  const [discounted, discountedChange] = [list(), list()];
  const [coverage, inequality, total, publicCost, privateCost] = lists(5) as Five;
  const cityLists = Array.from(
    { length: cities },
    () => lists(3) as [Float64Array, Float64Array, Float64Array],
  );
  const places = lists(cities);
  const initiatives = lists(cities * dimensions.length);
  const kappas = lists(cities * dimensions.length);
  const years = Array.from({ length: horizon + 1 }, (_, t) => {
    run(t, (year, i, parameters) => {
      coverage[i] = valueIn(year, "coverage", -1);
      inequality[i] = valueIn(year, "inequality", -1);
      publicCost[i] = valueIn(year, "public", -1);
      privateCost[i] = valueIn(year, "private", -1);
      total[i] = publicCost[i] + privateCost[i];
      for (let c = 0; c < cities; c++) {
        const [cost, was] = [
          year.publicCost[c]! + year.privateCost[c]!,
          beforeOf[c]!.public[i]! + beforeOf[c]!.private[i]!,
        ];
        discounted[i]! += cost * worth[i * cities + c]!;
        discountedChange[i]! += (cost - was) * worth[i * cities + c]!;
        worth[i * cities + c]! /= 1 + parameters[ofCity(c) + inCity.discountRate]!;
      }
      if (t < horizon) return;
      for (let c = 0; c < cities; c++) {
        cityLists[c]![0][i] = year.cityCoverage[c]!;
        cityLists[c]![1][i] = year.publicCost[c]!;
        cityLists[c]![2][i] = year.privateCost[c]!;
      }
      for (let c = 0; c < cities; c++) places[c]![i] = placeOf(year.cityCoverage, c);
      for (let k = 0; k < initiatives.length; k++) {
        initiatives[k]![i] = year.initiatives[k]!;
        kappas[k]![i] = year.coverage[k]!;
      }
    });
    return {
      coverage: bandOf(coverage),
      inequality: bandOf(inequality),
      total: bandOf(total),
      public: bandOf(publicCost),
      private: bandOf(privateCost),
    };
  });

  return good({
    draws: n,
    seed,
    years,
    all: lastYear(coverage, publicCost, privateCost, before),
    cities: cityLists.map((lists, c) => lastYear(...lists, beforeOf[c]!)),
    places: places.map(bandOf),
    initiatives: initiatives.map(bandOf),
    coverage: kappas.map(bandOf),
    discounted: bandOf(discounted),
    discountedChange: bandOf(discountedChange),
    chances: goals.map((goal) =>
      chanceOf(
        goal.city === undefined ? coverage : cityLists[baseline.cities.indexOf(goal.city)]![0],
        goal.coverage,
      ),
    ),
  });
}

type Five = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** The parameters of every draw, made once for all years of scenario and baseline. */
function parametersOfDraws(drawn: readonly Float64Array[], { parameters: from }: Prepared): Float64Array[] {
  const values = new Float64Array(drawn.length);
  return Array.from({ length: drawn[0]!.length }, (_, i) => {
    for (let p = 0; p < values.length; p++) values[p] = drawn[p]![i]!;
    const parameters = new Float64Array(from.length);
    from.write(values, parameters);
    return parameters;
  });
}

/** Runs one year under every draw, and hands each to `record`, which must not keep it. */
function runDraws(
  drawn: readonly Float64Array[],
  { baseline }: Prepared,
  situations: ReturnType<typeof situationsOf>,
) {
  const year = yearOf(baseline.cities.length);
  return (t: number, record: (result: typeof year, draw: number, parameters: Float64Array) => void) => {
    for (let i = 0; i < drawn.length; i++) {
      runYear(baseline, situations, t * baseline.cities.length, drawn[i]!, year);
      record(year, i, drawn[i]!);
    }
  };
}

/** Place of one of the values, 1 the highest; what rounding leaves apart is equal. */
export function placeOf(values: ArrayLike<number>, index: number): number {
  let place = 1;
  for (let i = 0; i < values.length; i++) if (values[i]! > values[index]! + 1e-9) place++;
  return place;
}

function lastYear(
  coverage: Float64Array,
  publicCost: Float64Array,
  privateCost: Float64Array,
  before: { coverage: Float64Array; public: Float64Array; private: Float64Array },
): LastYear {
  const total = publicCost.map((cost, i) => cost + privateCost[i]!);
  return {
    coverage: bandOf(coverage),
    total: bandOf(total),
    public: bandOf(publicCost),
    private: bandOf(privateCost),
    coverageChange: bandOf(coverage.map((value, i) => value - before.coverage[i]!)),
    totalChange: bandOf(total.map((cost, i) => cost - (before.public[i]! + before.private[i]!))),
    publicChange: bandOf(publicCost.map((cost, i) => cost - before.public[i]!)),
  };
}

function checkOptions(
  draws: number,
  seed: number,
  goals: readonly CoverageGoal[],
  { cities }: Baseline,
): Fault[] {
  const whole = (value: number) => (Number.isInteger(value) ? value : Number.NaN);
  return [
    outOfRange(whole(draws), drawsRange, "draws"),
    outOfRange(whole(seed), seedRange, "seed"),
    ...goals.flatMap(({ coverage, city }): (Fault | null)[] => [
      outOfRange(coverage, { minimum: 0, maximum: 1, unit: "coverage" }, "goal"),
      city === undefined || cities.includes(city)
        ? null
        : { kind: "no-mapped-city", given: String(city), field: "goal" },
    ]),
  ].filter((fault) => fault !== null);
}

/** Share of the values that are at least as high; a hair below, as rounding leaves it, counts. */
function chanceOf(values: Float64Array, atLeast: number): number {
  let reached = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! >= atLeast - 1e-9) reached++;
  return reached / values.length;
}
