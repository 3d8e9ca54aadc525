import type { Fault } from "../fault.js";
import { bad, good, type Outcome } from "../outcome.js";
import type { Model } from "../model.js";
import type { Scenario } from "../scenario.js";
import { meansOf, type Objective } from "./aim.js";
import { foundOf, type FoundPlan } from "./found.js";
import { attempt, highest, leastFor, mostLevel, type Found } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { programOf, thousand } from "./program.js";
import { checkObjective, requestOf, type SearchOptions } from "./request.js";
import { contradiction, leastOfAll } from "./what-binds.js";

/** Number of budgets on a frontier. */
export const frontierPoints = { minimum: 2, maximum: 100, default: 40, unit: "budgets" } as const;

export interface FrontierOptions extends SearchOptions {
  objective: Objective;
  /** How many budgets; default 40. */
  points?: number;
}

/** The best use of one budget. */
export interface FrontierPoint extends FoundPlan {
  /** EUR a year, whole. */
  budget: number;
}

/**
 * The best use of budgets in even steps from the cheapest plan (nothing, unless a least is asked for) to what brings
 * the objective as high as the limits allow. Each point is what `bestUse` gives for its budget.
 */
export function frontier(
  model: Model,
  scenario: Scenario,
  options: FrontierOptions,
  solver: Solver,
): Outcome<FrontierPoint[]> {
  const { objective, points: count = frontierPoints.default } = options;
  const request = requestOf(model, scenario, options, [checkObjective(objective), checkCount(count)]);
  if (!request.ok) return request;
  const { ground, money, limits, leaveOut } = request.value;
  const means = meansOf(ground, objective, leaveOut);
  return attempt(programOf(ground, means, money, limits), solver, (opened) => {
    const most = mostLevel(opened);
    const least = leastOfAll(request.value, means, solver);
    const last = most && leastFor(opened, most.level);
    if (least === null || !last) return contradiction(request.value, means, solver);
    const [from, to] = [least, opened.search.moneyOf(last.plan) * thousand].map((sum) => Math.ceil(sum)) as [
      number,
      number,
    ];
    const found: FrontierPoint[] = [];
    const faults: Fault[] = [];
    let before: Found | undefined;
    for (const budget of budgets(from, to, count)) {
      const plan = highest(opened, budget / thousand, before);
      if (!plan) continue;
      const outcome = foundOf(model, scenario, ground, leaveOut, plan);
      if (outcome.ok) found.push({ ...outcome.value, budget });
      else faults.push(...outcome.faults);
      before = plan;
    }
    return faults.length > 0 ? bad(faults[0]!) : good(found);
  });
}

function budgets(from: number, to: number, count: number): number[] {
  if (from === to) return [from];
  const steps = Array.from({ length: count }, (_, i) => from + Math.round(((to - from) * i) / (count - 1)));
  return [...new Set(steps)];
}

function checkCount(count: number): Fault | null {
  const { minimum, maximum, unit } = frontierPoints;
  if (Number.isInteger(count) && count >= minimum && count <= maximum) return null;
  return { kind: "out-of-range", field: "points", value: count, minimum, maximum, unit, whole: true };
}
