import type { Fault } from "../fault.js";
import type { Model } from "../model.js";
import { bad, good, type Outcome } from "../outcome.js";
import type { Scenario } from "../scenario.js";
import { lowestOf, meanOf, meansOf } from "./aim.js";
import { foundOf, proofOf, type FoundPlan, type Proof } from "./found.js";
import { attempt, highest, type Found, type Open } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { floorRow, points, programOf, thousand } from "./program.js";
import { checkBudget, requestOf, type SearchOptions } from "./request.js";
import { contradiction, tooDear } from "./what-binds.js";

/** Most plans between the two ends. */
const mostBetween = 40;
/** By how much, in points of 10,000, a floor stands above the weakest city of the plan before it, at least. */
const leastStep = 1;
/** What rounding may take from a floor, in points: as in the search. */
const hair = 1e-4;

/** Plans by rising coverage of the weakest city, at least one. */
export interface TradeOff {
  plans: FoundPlan[];
  /** What is proved of the last of them: that no plan of the budget lifts the weakest city higher. */
  highest: Proof;
}

export interface TradeOffOptions extends SearchOptions {
  /** EUR a year. */
  budget: number;
}

/**
 * What a budget can do for all cities together and for the weakest of them: the plans in which neither can be raised
 * without lowering the other, from the highest mean coverage to the highest coverage of the weakest city.
 *
 * The ε-constraint method (Haimes, Lasdon & Wismer, On a bicriterion formulation of the problems of integrated system
 * identification and system optimization, IEEE Transactions on Systems, Man, and Cybernetics 1, 1971): the highest mean
 * under a floor for every city, the floor rising above the weakest city of the plan before. Every plan is thus the best
 * for its floor, and proved as one of `bestUse` is. Where steps of one in 10,000 would be more than 40, they are longer,
 * and plans between two may be passed over.
 */
export function tradeOff(
  model: Model,
  scenario: Scenario,
  options: TradeOffOptions,
  solver: Solver,
): Outcome<TradeOff> {
  const request = requestOf(model, scenario, options, [checkBudget(options.budget)]);
  if (!request.ok) return request;
  const { ground, money, limits, leaveOut } = request.value;
  const budget = options.budget / thousand;
  const means = meansOf(ground, "coverage", leaveOut);
  const cities = meansOf(ground, "weakest-city", leaveOut);

  const top = attempt(programOf(ground, cities, money, limits), solver, (opened) => {
    const found = highest(opened, budget);
    return found ? good(found) : tooDear(request.value, options.budget, cities, solver);
  });
  if (!top.ok) return top;
  const weakestOf = ({ plan }: Found) => lowestOf(cities, ground.kappaWith(plan)) * points;
  const meanWith = ({ plan }: Found) => meanOf(means[0]!, ground.kappaWith(plan)) * points;

  return attempt(programOf(ground, means, money, limits, cities), solver, (opened) => {
    const found: Found[] = [];
    const most = weakestOf(top.value);
    let floor = -Infinity;
    let step = leastStep;
    while (floor <= most) {
      hold(
        opened,
        cities.map((mean) => floor - hair - meanOf(mean, ground.kappa) * points),
      );
      const plan = highest(opened, budget);
      if (!plan) break;
      const weakest = weakestOf(plan);
      if (found.length === 0) step = Math.max(leastStep, (most - weakest) / mostBetween);
      found.push(plan);
      // The last floor is the highest that there is, wherever the steps would end.
      const next = Math.max(floor, weakest) + step;
      floor = floor < most && next > most ? most : next;
      if (weakest >= most - hair) break;
    }
    if (found.length === 0) return contradiction(request.value, means, solver);
    const outcomes = undominated(found, meanWith, weakestOf).map((plan) =>
      foundOf(model, scenario, ground, leaveOut, plan),
    );
    const faults: Fault[] = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.faults));
    if (faults.length > 0) return bad(...faults);
    return good({
      plans: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
      highest: proofOf(top.value.bounds),
    });
  });
}

/** Asks each city for a level, in points beyond what it has. */
function hold({ open, loose }: Open, levels: readonly number[]): void {
  levels.forEach((level, i) => {
    open.bound(floorRow + i, level, Infinity);
    loose?.bound(floorRow + i, level, Infinity);
  });
}

/** Those of which no other is as good in both and better in one, each outcome once; by rising coverage of the weakest. */
function undominated(
  found: readonly Found[],
  meanWith: (plan: Found) => number,
  weakestOf: (plan: Found) => number,
): Found[] {
  const kept: Found[] = [];
  for (const plan of [...found].sort((a, b) => weakestOf(b) - weakestOf(a) || meanWith(b) - meanWith(a)))
    if (kept.every((better) => meanWith(plan) > meanWith(better) + hair)) kept.push(plan);
  return kept.reverse();
}
