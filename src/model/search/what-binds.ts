import { formatNumber } from "../../components/format.js";
import { bad, type Outcome, type Problem } from "../problem.js";
import type { Mean } from "./aim.js";
import { mostLevel, leastOfAll } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { oneByOne, type Limits } from "./limits.js";
import { points, programOf, thousand } from "./program.js";
import type { Request } from "./request.js";

/** Most limits that are tried one by one, so that the answer does not keep a reader waiting. */
const mostTried = 60;

/** The limits exclude one another: names those without which a plan could be made. */
export function contradiction(request: Request, means: readonly Mean[], solver: Solver): Outcome<never> {
  const culprits = limitsOf(request, (limits) => levelWith(request, means, limits, solver) !== null);
  const message =
    culprits.length > 0
      ? `the limits on new initiatives exclude one another; it would work without any one of these: ${culprits.join("; ")}`
      : "the limits on new initiatives exclude one another, several of them at once";
  return bad({ kind: "limits-contradict", message, field: "limits" });
}

/** The least that is asked for costs more than there is. */
export function tooDear(
  request: Request,
  budget: number,
  means: readonly Mean[],
  solver: Solver,
): Outcome<never> {
  const { ground, money, limits } = request;
  const search = programOf(ground, means, money, limits);
  const open = solver(search.program);
  let least: number | null;
  try {
    const plan = leastOfAll(search, open);
    least = plan && search.moneyOf(plan) * thousand;
  } finally {
    open.close();
  }
  if (least === null) return contradiction(request, means, solver);
  const names = oneByOne(limits, (city) => ground.names.get(city) ?? city)
    .map(({ text }) => text)
    .filter((text) => text.startsWith("at least"));
  const kind = money === "public" ? " of public money" : "";
  const message = `what must start (${names.join("; ")}) costs at least €${euros(least)} a year${kind}, more than the budget of €${euros(budget)}`;
  return bad({ kind: "budget-too-small", message, field: "budget", best: least });
}

/**
 * A coverage that the limits do not allow.
 * @param target in points
 * @param most the highest that they allow, in points
 * @param of what has that coverage: "a coverage of all cities"
 */
export function outOfReach(
  request: Request,
  means: readonly Mean[],
  target: number,
  most: number,
  of: string,
  solver: Solver,
): Outcome<never> {
  const lift = (limits: Limits) => levelWith(request, means, limits, solver) ?? -Infinity;
  const enough = limitsOf(request, (limits) => lift(limits) >= target - 1e-6);
  const some = enough.length > 0 ? enough : limitsOf(request, (limits) => lift(limits) > most + 1e-3);
  const best = most / points;
  const start = `${of} of ${(target / points).toFixed(3)} cannot be reached: ${best.toFixed(3)} is the most`;
  const caps = "each city and dimension may get 20 new initiatives at most";
  const binds =
    enough.length > 0
      ? `; it could be reached without any one of these limits: ${enough.join("; ")}`
      : some.length > 0
        ? `; each of these limits holds it back, and lifting one alone is not enough: ${some.join("; ")}`
        : `: ${Object.keys(request.limits).length > 0 ? "all limits together hold it back" : caps}`;
  const problem: Problem = { kind: "target-unreachable", message: start + binds, field: "coverage", best };
  return bad(problem);
}

/** Limits, in words, without which something holds. */
function limitsOf({ ground, limits }: Request, holds: (limits: Limits) => boolean): string[] {
  return oneByOne(limits, (city) => ground.names.get(city) ?? city)
    .slice(0, mostTried)
    .flatMap(({ text, others }) => (holds(others) ? [text] : []));
}

function levelWith(
  { ground, money }: Request,
  means: readonly Mean[],
  limits: Limits,
  solver: Solver,
): number | null {
  const search = programOf(ground, means, money, limits);
  const open = solver(search.program);
  try {
    return mostLevel(search, open);
  } finally {
    open.close();
  }
}

function euros(amount: number): string {
  return formatNumber(amount);
}
