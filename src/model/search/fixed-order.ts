import { meanCoverage, meanOf, type Mean } from "./aim.js";
import type { Ground, Money } from "./ground.js";
import type { Plan } from "./in-order.js";

/** What rounding may add to a budget, EUR a year: a tenth of a cent, as in the search. */
const hair = 1e-3;
/** Worth of two initiatives that differ by less than this part is the same: rounding does not order them. */
const equal = 1e-12;

/**
 * The order in which the initiatives of a plan are started: always next the one that raises the level most for its
 * money, at the ground's assumptions; of those equally good the one that raises mean coverage most for its money, then
 * the first in the order of cities and dimensions. A plan is made before prices are known, and so is this order.
 * @param means of which the lowest is the level
 * @returns one place of the plan an initiative
 */
export function fixedOrder(ground: Ground, means: readonly Mean[], plan: Plan, money: Money): number[] {
  const cost = ground.cost[money];
  const all = meanCoverage(ground);
  const count = ground.initiatives.slice();
  const start = ground.kappa;
  const levels = means.map((mean) => meanOf(mean, start));
  const left = plan.slice();
  const order: number[] = [];
  for (;;) {
    let next = -1;
    let [byLevel, byMean] = [0, 0];
    const lowest = Math.min(...levels);
    for (let cell = 0; cell < left.length; cell++) {
      if (left[cell]! < 1) continue;
      const gain = step(count[cell]!, ground.targets[cell]!);
      let after = Infinity;
      for (let k = 0; k < means.length; k++) after = Math.min(after, levels[k]! + means[k]![cell]! * gain);
      // What costs nothing comes first, and is not divided by.
      const money = Math.max(cost[cell]!, 1e-6);
      const ofLevel = (after - lowest) / money;
      const ofMean = (all[cell]! * gain) / money;
      if (next >= 0 && !better(ofLevel, byLevel, ofMean, byMean)) continue;
      [next, byLevel, byMean] = [cell, ofLevel, ofMean];
    }
    if (next < 0) return order;
    const gain = step(count[next]!, ground.targets[next]!);
    for (let k = 0; k < means.length; k++) levels[k]! += means[k]![next]! * gain;
    count[next]!++;
    left[next]!--;
    order.push(next);
  }
}

function better(level: number, thanLevel: number, mean: number, thanMean: number): boolean {
  const margin = equal * Math.max(Math.abs(level), Math.abs(thanLevel));
  if (Math.abs(level - thanLevel) > Math.max(margin, 1e-18)) return level > thanLevel;
  return mean - thanMean > equal * Math.abs(thanMean);
}

/** κ that one initiative more adds. */
function step(n: number, target: number): number {
  return n >= target ? 0 : Math.min(1, (n + 1) / target) - n / target;
}

/** What of a plan is started with a sum of money, and whether that is all of it. */
export interface Started {
  plan: Plan;
  whole: boolean;
}

/**
 * A plan as far as the money goes: its initiatives are started in their order until the next one can no longer be
 * paid; that one and all behind it are not started, and what is left stays unspent.
 * @param order one place of the plan an initiative
 * @param cost EUR a year of an initiative, by place
 * @param budget EUR a year
 */
export function asFarAsMoneyGoes(order: readonly number[], cost: Float64Array, budget: number): Started {
  const plan = new Float64Array(cost.length);
  let spent = 0;
  for (const cell of order) {
    spent += cost[cell]!;
    if (spent > budget + hair) return { plan, whole: false };
    plan[cell]!++;
  }
  return { plan, whole: true };
}
