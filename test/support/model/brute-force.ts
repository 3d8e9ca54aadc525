import { dimensions } from "../../../src/model/names.js";
import { kappas, lowestOf, meansOf, type Mean, type Objective } from "../../../src/model/search/aim.js";
import { groundOf, type Ground, type Money } from "../../../src/model/search/ground.js";
import type { Limits } from "../../../src/model/search/limits.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { valueOf } from "./real-model.js";

const D = dimensions.length;
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47];

/** A plan that was tried. */
export interface Tried {
  plan: Float64Array;
  level: number;
  money: number;
  tie: number;
}

/** Tries every plan that the limits allow, one after another, in the plainest way. */
export class BruteForce {
  readonly ground: Ground;
  readonly plans: Tried[] = [];

  constructor(
    model: Model,
    scenario: Scenario,
    money: Money,
    limits: Limits,
    means: (ground: Ground) => Mean[],
  ) {
    this.ground = valueOf(groundOf(model, scenario));
    const ground = this.ground;
    const levels = means(ground);
    const plan = new Float64Array(ground.initiatives.length);
    const most = Array.from(plan, (_, place) => {
      const city = ground.cities[Math.floor(place / D)]!;
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
        ground.cities.every((city, c) =>
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
      const after = plan.map((x, p) => x + ground.initiatives[p]!);
      this.plans.push({
        plan: plan.slice(),
        level: lowestOf(levels, kappas(after, ground.targets)),
        money: plan.reduce((all, x, p) => all + x * ground.cost[money][p]!, 0),
        tie: plan.reduce((all, x, p) => all + x * Math.sqrt(primes[p]!), 0),
      });
    };
    visit(0);
  }

  /** The best plan within a budget, by the three rules. */
  bestUse(budget: number): Tried | undefined {
    const within = this.plans.filter(({ money }) => money <= budget + 1e-3);
    const level = Math.max(...within.map((tried) => tried.level));
    return cheapest(within.filter((tried) => tried.level >= level - 1e-7));
  }

  /** The cheapest plan for a level. */
  leastMoney(level: number): Tried | undefined {
    return cheapest(this.plans.filter((tried) => tried.level >= level - 1e-10));
  }
}

/** The means of an objective, for `BruteForce`. */
export const ofObjective = (objective: Objective, leaveOut: readonly string[]) => (ground: Ground) =>
  meansOf(ground, objective, leaveOut);

function cheapest(plans: readonly Tried[]): Tried | undefined {
  const least = Math.min(...plans.map(({ money }) => money));
  return plans
    .filter(({ money }) => money <= least + 0.5)
    .reduce<Tried | undefined>((best, tried) => (best && best.tie <= tried.tie ? best : tried), undefined);
}
