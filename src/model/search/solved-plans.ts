import { good, type Outcome } from "../outcome.js";
import { meansOf } from "./aim.js";
import type { BestUseOptions } from "./best-use.js";
import type { Ground } from "./ground.js";
import { attempt, highest, type Plan } from "./in-order.js";
import type { OpenProgram, Solution, Solver } from "./integer-program.js";
import { relaxed } from "./many-choices.js";
import { moneyRow, points, programOf, thousand, type Search } from "./program.js";

/** What is added to a bound of the solver, in points: far above its tolerance. */
const margin = 1e-2;

/**
 * The search run anew on each ground: the best use of the budget if its assumptions were known. Each plan is the one
 * that `highest` finds by itself; what the grounds before it taught only spares questions to the solver.
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
  const different = new Map<string, Plan>();
  const most = budget / thousand;
  for (const ground of grounds) {
    const search = programOf(ground, meansOf(ground, objective, limits.leaveOut ?? []), money, limits);
    if (search.lowest) narrow(search, [...different.values()], most, solver);
    const hasTies = new Set(ground.cost[money]).size < search.size;
    const found = attempt(search, solver, (opened) => {
      const open = hasTies ? opened.open : withoutTies(search, opened.open);
      return good(highest({ ...opened, open }, most));
    });
    if (!found.ok) return found;
    const plan = found.value?.plan ?? null;
    if (plan) different.set(String(plan), plan);
    plans.push(plan);
    onProgress(plans.length);
  }
  return good(plans);
}

/**
 * A program in which no two places cost the same has one cheapest plan for a level: of that the order of ties need not be
 * asked for, and the question that comes last gets the answer of the one before.
 */
function withoutTies(search: Search, open: OpenProgram): OpenProgram {
  let last: Solution | undefined;
  return {
    ...open,
    solve: (aim, worth) => (worth === search.tie && last ? last : (last = open.solve(aim, worth))),
  };
}

/**
 * Tells a search for the highest level of the weakest between which levels it lies: no plan of whole initiatives passes
 * one of parts of them, and a plan of an earlier ground that the budget pays for is one to begin with.
 */
function narrow(search: Search, known: readonly Plan[], most: number, solver: Solver): void {
  let first: { plan: Plan; level: number } | null = null;
  for (const plan of known) {
    if (search.moneyOf(plan) > most) continue;
    const level = search.levelOf(plan);
    if (!first || level > first.level) first = { plan, level };
  }
  if (!first) return;
  const hoped = search.hopeful ?? search;
  const open = solver(relaxed(hoped.program));
  try {
    open.bound(moneyRow, -Infinity, most);
    const { plan, level } = first;
    const solution = open.solve("most", hoped.level);
    const money = search.moneyOf(plan);
    search.steps.push({ asked: -Infinity, level, money, proved: money, plan });
    if (solution.status !== "solved") return;
    const bound = solution.columns.reduce((sum, x, column) => sum + x * hoped.level[column]!, 0);
    search.steps.push({
      asked: bound + margin,
      level: points,
      money: Infinity,
      proved: Infinity,
      plan: null,
    });
  } finally {
    open.close();
  }
}
