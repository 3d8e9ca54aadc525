import { good, type Outcome } from "../outcome.js";
import type { Mean } from "./aim.js";
import type { Ground, Money } from "./ground.js";
import { attempt, leastFor, mostLevel, type Plan } from "./in-order.js";
import type { Solver } from "./integer-program.js";
import type { Limits } from "./limits.js";
import { points, programOf, thousand } from "./program.js";

/** The step by which the price is taken: a point in a hundred. */
const pointOfCoverage = points / 100;
/** Coverage nearer than this to the most that can be had is the most. */
const full = 1e-3;

/**
 * What coverage costs at the margin, with the ground's assumptions: the least money for a level a point higher, less the
 * least money for the level that was reached, over the coverage that it brings. It is the slope of the least-money
 * frontier there, over one step of whole initiatives.
 * @param plan that reached the level
 * @returns EUR a year for coverage 1, that is a hundred times the price of one point in a hundred; null where no money buys more, or the solver gave up
 */
export function priceOfCoverage(
  ground: Ground,
  means: readonly Mean[],
  money: Money,
  limits: Limits,
  plan: Plan,
  solver: Solver,
): number | null {
  const search = programOf(ground, means, money, limits);
  const price = attempt(search, solver, (opened): Outcome<number | null> => {
    const level = search.levelOf(plan);
    const most = mostLevel(opened)?.level ?? -Infinity;
    if (most - level < full) return good(null);
    const here = leastFor(opened, level)?.plan;
    const there = leastFor(opened, Math.min(most, level + pointOfCoverage))?.plan;
    if (!here || !there) return good(null);
    const gained = (search.levelOf(there) - level) / points;
    return good(((search.moneyOf(there) - search.moneyOf(here)) * thousand) / gained);
  });
  return price.ok ? price.value : null;
}
