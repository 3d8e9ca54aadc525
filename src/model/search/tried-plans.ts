import { meanOver } from "../value-of-information.js";
import { bandOf } from "../percentiles.js";
import type { Mean } from "./aim.js";
import { asFarAsMoneyGoes, fixedOrder } from "./fixed-order.js";
import type { Ground, Money } from "./ground.js";
import type { Plan } from "./in-order.js";
import type { PlanLevel } from "./plan-level.js";

/** One set of drawn assumptions, with what a plan meets there. */
export interface DrawnGround {
  values: Float64Array;
  ground: Ground;
  /** The means of which the lowest is the level. */
  means: readonly Mean[];
}

/** A plan, and in how many draws the search finds it. */
export interface Candidate {
  plan: Plan;
  solvedIn: number;
}

/** A candidate that was run in every draw. */
export interface TriedPlan extends Candidate {
  /** What it brings in each draw, as far as the money goes. */
  levels: Float64Array;
  /** Number of draws in which all of it costs no more than the budget. */
  keeps: number;
}

/** Different plans among those found, in the order in which they came first, behind the one that was asked about. */
export function candidatesOf(asked: Plan, solved: readonly (Plan | null)[]): Candidate[] {
  const byKey = new Map<string, Candidate>([[String(asked), { plan: asked, solvedIn: 0 }]]);
  for (const plan of solved) {
    if (!plan) continue;
    const key = String(plan);
    const known = byKey.get(key) ?? { plan, solvedIn: 0 };
    known.solvedIn++;
    byKey.set(key, known);
  }
  return [...byKey.values()];
}

/**
 * Runs plans in every draw. A plan that costs more than the budget there is carried out as far as the money goes, in
 * the order that was fixed for it beforehand (`fixedOrder`, at central assumptions); a plan that costs less leaves the
 * rest unspent.
 */
export function tryPlans(
  candidates: readonly Candidate[],
  central: DrawnGround,
  draws: readonly DrawnGround[],
  levelOf: PlanLevel,
  money: Money,
  budget: number,
): TriedPlan[] {
  return candidates.map((candidate) => {
    const order = fixedOrder(central.ground, central.means, candidate.plan, money);
    const levels = new Float64Array(draws.length);
    let keeps = 0;
    draws.forEach(({ values, ground, means }, i) => {
      const { plan, whole } = asFarAsMoneyGoes(order, ground.cost[money], budget);
      levels[i] = levelOf(values, means, plan);
      if (whole) keeps++;
    });
    return { ...candidate, levels, keeps };
  });
}

/** Regret: what the best of all plans brings in a draw, less what this one does. */
export interface Regret {
  mean: number;
  p90: number;
  /** Number of draws in which no plan brings more, and in which none brings a point in a hundred more. */
  best: number;
  near: number;
}

/** Two plans are equally good where their coverage differs by less, as in the search. */
const equalLevel = 1e-7;
const point = 0.01;

/** @param best the highest level of each draw */
export function regretOf(levels: Float64Array, best: Float64Array): Regret {
  const regrets = regretsOf(levels, best);
  const within = (least: number) => regrets.reduce((count, regret) => count + Number(regret <= least), 0);
  return {
    mean: meanOver(regrets),
    p90: bandOf(regrets).p90,
    best: within(equalLevel),
    near: within(point + equalLevel),
  };
}

/**
 * Percentiles of regret by R-7, as `bandOf` has them: the value at place p is that which p of a hundred draws do not
 * pass, from the least at 0 to the most at 100.
 * @param best the highest level of each draw
 */
export function regretPercentiles(levels: Float64Array, best: Float64Array): number[] {
  const sorted = regretsOf(levels, best).sort();
  const last = sorted.length - 1;
  return Array.from({ length: 101 }, (_, p) => {
    const height = (last * p) / 100;
    const lower = Math.floor(height);
    const [from, to] = [sorted[lower]!, sorted[Math.min(last, lower + 1)]!];
    return from + (to - from) * (height - lower);
  });
}

function regretsOf(levels: Float64Array, best: Float64Array): Float64Array {
  return best.map((most, i) => Math.max(0, most - levels[i]!));
}
