import type { FaultOf, NamedLimit } from "../fault.js";
import { bad, type Outcome } from "../outcome.js";
import type { Mean } from "./aim.js";
import { leastFor, provedMost, within } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import { oneByOne, type Limits } from "./limits.js";
import { points, programOf, thousand } from "./program.js";
import type { Request } from "./request.js";

/** Most limits that are tried one by one, so that the answer does not keep a reader waiting. */
const mostTried = 60;

/** The limits exclude one another: names those without which a plan could be made. */
export function contradiction(request: Request, means: readonly Mean[], solver: Solver): Outcome<never> {
  const without = limitsOf(request, (limits) => levelWith(request, means, limits, solver) !== null);
  return bad({ kind: "limits-contradict", without, field: "limits" });
}

/** The least that is asked for costs more than there is. */
export function tooDear(
  request: Request,
  budget: number,
  means: readonly Mean[],
  solver: Solver,
): Outcome<never> {
  const { ground, money, limits } = request;
  const least = leastOfAll(request, means, solver);
  if (least === null) return contradiction(request, means, solver);
  const required = oneByOne(limits, ground.names).flatMap(({ limit }) =>
    limit.kind === "least" ? [limit] : [],
  );
  return bad({ kind: "budget-too-small", required, money, best: least, budget, field: "budget" });
}

/**
 * A coverage that the limits do not allow.
 * @param target in points
 * @param most the highest that they allow, in points
 * @param city whose coverage it is
 */
export function outOfReach(
  request: Request,
  means: readonly Mean[],
  target: number,
  most: number,
  city: FaultOf<"target-unreachable">["city"],
  solver: Solver,
): Outcome<never> {
  const lift = (limits: Limits) => levelWith(request, means, limits, solver) ?? -Infinity;
  const enough = limitsOf(request, (limits) => lift(limits) >= target - 1e-6);
  const some = enough.length > 0 ? [] : limitsOf(request, (limits) => lift(limits) > most + 1e-3);
  return bad({
    kind: "target-unreachable",
    city,
    coverage: target / points,
    best: most / points,
    enough,
    some,
    limited: Object.keys(request.limits).length > 0,
    field: "coverage",
  });
}

/** Limits without which something holds. */
function limitsOf({ ground, limits }: Request, holds: (limits: Limits) => boolean): NamedLimit[] {
  return oneByOne(limits, ground.names)
    .slice(0, mostTried)
    .flatMap(({ limit, others }) => (holds(others) ? [limit] : []));
}

function levelWith(
  { ground, money }: Request,
  means: readonly Mean[],
  limits: Limits,
  solver: Solver,
): number | null {
  return within(programOf(ground, means, money, limits), solver, provedMost);
}

/**
 * EUR a year that the limits ask for at least; null where they exclude one another. What a plan does to coverage
 * plays no part: rises are left out.
 */
export function leastOfAll(
  { ground, money, limits }: Request,
  means: readonly Mean[],
  solver: Solver,
): number | null {
  const search = programOf({ ...ground, gapFirst: [] }, means, money, limits);
  const found = within(search, solver, (opened) => leastFor(opened, -Infinity));
  return found && search.moneyOf(found.plan) * thousand;
}
