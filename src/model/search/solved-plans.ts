import { good, type Outcome } from "../outcome.js";
import { meansOf } from "./aim.js";
import type { Ground } from "./ground.js";
import { attempt, highest, type Plan } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { programOf, thousand } from "./program.js";
import type { BestUseOptions } from "./best-use.js";

/**
 * The search run anew on each ground: the best use of the budget if its assumptions were known.
 * @param onProgress is told after each how many are done
 * @returns one plan a ground; null where nothing keeps to budget and limits
 */
export function solvedPlans(
  grounds: readonly Ground[],
  { budget, objective, money = "public", limits = {} }: BestUseOptions,
  solver: Solver,
  onProgress: (done: number) => void,
): Outcome<(Plan | null)[]> {
  const plans: (Plan | null)[] = [];
  for (const ground of grounds) {
    const search = programOf(ground, meansOf(ground, objective, limits.leaveOut ?? []), money, limits);
    const open = solver(search.program);
    const found = attempt(open, () => good(highest(search, open, budget / thousand)));
    if (!found.ok) return found;
    plans.push(found.value);
    onProgress(plans.length);
  }
  return good(plans);
}
