import { eachCity } from "../../../src/model/levers/every-city.js";
import { dimensions } from "../../../src/model/names.js";
import type { Objective } from "../../../src/model/search/aim.js";
import { planLevers } from "../../../src/model/search/found.js";
import type { Money } from "../../../src/model/search/ground.js";
import type { Limits } from "../../../src/model/search/limits.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { simulate, type CityResult, type YearResult } from "../../../src/model/simulate.js";
import { plainMean } from "./plain-targets.js";
import { valueOf } from "./real-model.js";

const D = dimensions.length;
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];

/** What is asked of the last year of a scenario with a plan. */
export type TriedYear = Pick<YearResult, "coverage"> & {
  cities: readonly Pick<CityResult, "city" | "coverage" | "cityCoverage">[];
  cost: Readonly<Record<Money, number>>;
};

/** A plan that was tried. */
export interface Tried {
  plan: Float64Array;
  level: number;
  /** Coverage of the weakest city that is not left out. */
  weakest: number;
  money: number;
  tie: number;
}

/** The last year of a scenario, simulated. */
const simulatedLast = (model: Model, scenario: Scenario): TriedYear =>
  valueOf(simulate(model, scenario)).years.at(-1)!;

/** Runs the scenario with every plan that the limits allow, one after another, in the plainest way. */
export class BruteForce {
  readonly plans: Tried[] = [];

  /**
   * @param level of a year that was run
   * @param lastOf runs the last year of a scenario
   */
  constructor(
    { model, scenario, money, limits }: { model: Model; scenario: Scenario; money: Money; limits: Limits },
    level: (year: TriedYear) => number,
    lastOf: (model: Model, scenario: Scenario) => TriedYear = simulatedLast,
  ) {
    const { cities } = model.baseline;
    const run = (plan: Float64Array) => {
      const planned = [...plan].map((initiatives, place) => ({
        city: cities[Math.floor(place / D)]!,
        dimension: dimensions[place % D]!,
        initiatives,
      }));
      const levers = [
        ...scenario.levers,
        ...planLevers(planned.filter(({ initiatives }) => initiatives > 0)),
      ];
      return lastOf(model, { ...scenario, levers });
    };
    const weakest = levelOf("weakest-city", limits.leaveOut);
    const plan = new Float64Array(model.baseline.initiatives.length);
    const before = run(plan).cost[money];
    const most = Array.from(plan, (_, place) => {
      const city = cities[Math.floor(place / D)]!;
      const dimension = dimensions[place % D]!;
      const shut =
        limits.leaveOut?.includes(city) ||
        limits.excluded?.some((pair) => pair.city === city && pair.dimension === dimension);
      return shut ? 0 : (limits.eachMost ?? 20);
    });
    const sum = (own: (place: number) => boolean) =>
      plan.reduce((all, x, place) => all + (own(place) ? x : 0), 0);
    const fits = ({ least = 0, most = Infinity }: { least?: number; most?: number } = {}, x: number) =>
      x >= least && x <= most;
    const visit = (place: number) => {
      if (place < plan.length) {
        for (let x = 0; x <= most[place]!; x++) {
          plan[place] = x;
          visit(place + 1);
        }
        plan[place] = 0;
        return;
      }
      const sound =
        cities.every((city, c) =>
          fits(
            limits.cities?.[city],
            sum((p) => Math.floor(p / D) === c),
          ),
        ) &&
        dimensions.every((dimension, d) =>
          fits(
            limits.dimensions?.[dimension],
            sum((p) => p % D === d),
          ),
        );
      if (!sound) return;
      const year = run(plan);
      this.plans.push({
        plan: plan.slice(),
        level: level(year),
        weakest: weakest(year),
        money: year.cost[money] - before,
        tie: plan.reduce((all, x, p) => all + x * Math.sqrt(primes[p]!), 0),
      });
    };
    visit(0);
  }

  /** The best plan within a budget, by the three rules. */
  bestUse(budget: number): Tried | undefined {
    return this.bestAbove(budget, -Infinity);
  }

  /** The cheapest plan for a level. */
  leastMoney(level: number): Tried | undefined {
    return cheapest(this.plans.filter((tried) => tried.level >= level - 1e-10));
  }

  /** The best plan within a budget that leaves no city below a coverage. */
  bestAbove(budget: number, coverage: number): Tried | undefined {
    const within = this.plans.filter(
      ({ money, weakest }) => money <= budget + 1e-3 && weakest >= coverage - 1e-10,
    );
    const level = Math.max(...within.map((tried) => tried.level));
    return cheapest(within.filter((tried) => tried.level >= level - 1e-7));
  }
}

/**
 * What an objective makes as high as it can, of a year that was run; the weights of the dimensions are above 0.
 * @param people how much each city counts in the mean coverage of a dimension; default all alike
 */
export function levelOf(objective: Objective, leaveOut: readonly string[] = [], people?: readonly number[]) {
  return ({ coverage, cities }: TriedYear): number => {
    if (objective === "coverage") return coverage;
    const kept = cities.flatMap((city, c) => (leaveOut.includes(city.city) ? [] : [{ ...city, c }]));
    if (objective === "weakest-city") return Math.min(1, ...kept.map(({ cityCoverage }) => cityCoverage));
    if (kept.length === 0) return 1;
    const weights = kept.map(({ c }) => people?.[c] ?? 1);
    return Math.min(
      ...dimensions.map((_, d) =>
        plainMean(
          kept.map((city) => city.coverage[d]!),
          weights,
        ),
      ),
    );
  };
}

/** The level that the least money is asked for: of one city, of each that is not left out, or of all together. */
export function goalOf(city: string, { leaveOut }: Limits): (year: TriedYear) => number {
  if (city === "all") return levelOf("coverage");
  if (city === eachCity) return levelOf("weakest-city", leaveOut);
  return ({ cities }) => cities[0]!.cityCoverage;
}

/** A level from what the weakest of the tried plans reaches to a little more than the best does. @param share from 0 to 1 */
export function levelToAsk({ plans }: BruteForce, share: number): number {
  const levels = plans.map(({ level }) => level);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  return levels.length === 0 ? 0.5 : Math.max(0, Math.min(1, low + (high - low) * share * 1.1));
}

function cheapest(plans: readonly Tried[]): Tried | undefined {
  const least = Math.min(...plans.map(({ money }) => money));
  return plans
    .filter(({ money }) => money <= least + 0.5)
    .reduce<Tried | undefined>((best, tried) => (best && best.tie <= tried.tie ? best : tried), undefined);
}
