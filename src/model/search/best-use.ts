import { good, type Outcome } from "../outcome.js";
import type { Model } from "../model.js";
import type { Scenario } from "../scenario.js";
import { meansOf, type Objective } from "./aim.js";
import { foundOf, type FoundPlan } from "./found.js";
import { attempt, highest, type Found } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { programOf, thousand } from "./program.js";
import { checkBudget, checkObjective, requestOf, type Request, type SearchOptions } from "./request.js";
import { tooDear } from "./what-binds.js";

/** What a budget is to do. */
export interface BestUseOptions extends SearchOptions {
  /** EUR a year, beyond the scenario as it stands. */
  budget: number;
  objective: Objective;
}

/**
 * The best use of a budget for new initiatives, on top of a scenario in its last year: of all plans within budget
 * and limits the one of the highest objective; of those equally good the cheapest; of those equally dear always the
 * same (`tieWeights`).
 */
export function bestUse(
  model: Model,
  scenario: Scenario,
  options: BestUseOptions,
  solver: Solver,
): Outcome<FoundPlan> {
  const { budget, objective } = options;
  const request = requestOf(model, scenario, options, [checkBudget(budget), checkObjective(objective)]);
  if (!request.ok) return request;
  const { ground, leaveOut } = request.value;
  const found = bestFound(request.value, options, solver);
  return found.ok ? foundOf(model, scenario, ground, leaveOut, found.value) : found;
}

/** The plan that `bestUse` tells, of a request that was checked. */
export function bestFound(
  request: Request,
  { budget, objective }: BestUseOptions,
  solver: Solver,
): Outcome<Found> {
  const { ground, money, limits, leaveOut } = request;
  const means = meansOf(ground, objective, leaveOut);
  return attempt(programOf(ground, means, money, limits), solver, (opened) => {
    const found = highest(opened, budget / thousand);
    return found ? good(found) : tooDear(request, budget, means, solver);
  });
}
