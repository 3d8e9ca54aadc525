import { bad, type Outcome } from "../outcome.js";
import type { OpenProgram, Solution } from "./integer-program.js";
import { levelRow, moneyRow, points, type Search, type PricedLevel } from "./program.js";

/** Two plans are equally good where their coverage differs by less than 10⁻⁷, and equally dear below 50 cents a year. */
const equalLevel = 1e-3;
const equalMoney = 5e-4;
/** Levels this far apart, in points, have others between them for certain: two parts in a hundred. */
const far = 200;
/** What rounding may add to a budget or take from a target: a tenth of a cent, and 10⁻¹⁰ of coverage. */
const hairOfMoney = 1e-6;
const hairOfLevel = 1e-6;

/** Thrown inside a search where the solver gave up; `attempt` makes a fault of it. */
class Stopped extends Error {}

/** New initiatives by city and, within it, dimension. */
export type Plan = Float64Array;

/**
 * The plan of the highest level within a budget; of those equally good the cheapest, of those equally dear the one
 * of least Σ √pᵢ xᵢ (`tieWeights`). Each phase keeps what the one before found, within what counts as equal.
 * @param budget thousands of EUR a year
 * @returns null where nothing satisfies limits and budget
 * @param before the plan of a smaller budget: where a larger one brings no more, it is the answer again
 */
export function highest(search: Search, open: OpenProgram, budget: number, before?: Plan): Plan | null {
  const first = search.lowest
    ? highestLowest(search, open, budget + hairOfMoney)
    : highestMean(search, open, budget + hairOfMoney);
  if (!first) return null;
  const level = search.levelOf(first);
  if (before && Math.abs(search.levelOf(before) - level) < hairOfLevel) return before;
  open.bound(moneyRow, -Infinity, budget + hairOfMoney);
  open.bound(levelRow, level - equalLevel - search.offset, Infinity);
  return cheapest(search, open, budget, first);
}

function highestMean(search: Search, open: OpenProgram, most: number): Plan | null {
  open.bound(moneyRow, -Infinity, most);
  open.bound(levelRow, -Infinity, Infinity);
  return planOf(search, open.solve("most", search.level));
}

/**
 * The highest level of the weakest. A solver takes long to prove that none is higher, and is quick at the least
 * money for a given level, which rises with it in steps: so the last step within the budget is closed in on, from
 * both sides. It is the last where the next level above it, however little, is too dear.
 */
function highestLowest(search: Search, open: OpenProgram, most: number): Plan | null {
  let best: Plan | null = null;
  const leastAt = (asked: number): PricedLevel => {
    open.bound(moneyRow, -Infinity, Infinity);
    open.bound(levelRow, asked, Infinity);
    const plan = planOf(search, open.solve("least", search.money));
    const step = plan
      ? { asked, level: Math.max(asked, search.levelOf(plan)), money: search.moneyOf(plan), plan }
      : { asked, level: points, money: Infinity, plan: null };
    search.steps.push(step);
    return step;
  };
  if (search.steps.length === 0) leastAt(-Infinity);
  let low = -Infinity;
  let high = points + equalLevel;
  const learn = ({ asked, level, money, plan }: PricedLevel) => {
    if (money > most) high = Math.min(high, asked);
    else if (level > low) [low, best] = [level, plan];
  };
  search.steps.forEach(learn);
  for (let turn = 0; best && high - low > equalLevel; turn++) {
    // Halves while it is far, then now the next level up and now the middle.
    const middle = high - low > far || turn % 2 === 1;
    learn(leastAt(middle ? (low + high) / 2 : Math.min(high, low + equalLevel)));
  }
  return best;
}

/**
 * The cheapest plan of at least a level; of those equally dear the one of least Σ √pᵢ xᵢ.
 * @param level in points
 */
export function leastFor(search: Search, open: OpenProgram, level: number): Plan | null {
  open.bound(moneyRow, -Infinity, Infinity);
  open.bound(levelRow, level - hairOfLevel - search.offset, Infinity);
  return cheapest(search, open, Infinity, null);
}

/** The cheapest plan that the rows allow, whatever its level. */
export function leastOfAll(search: Search, open: OpenProgram): Plan | null {
  return leastFor(search, open, -Infinity);
}

/** The highest level that the limits allow, whatever it costs, in points; null where they exclude one another. */
export function mostLevel(search: Search, open: OpenProgram): number | null {
  open.bound(moneyRow, -Infinity, Infinity);
  open.bound(levelRow, -Infinity, Infinity);
  const plan = planOf(search, open.solve("most", search.level));
  return plan && search.levelOf(plan);
}

function cheapest(search: Search, open: OpenProgram, budget: number, known: Plan | null): Plan | null {
  // A phase that finds nothing where the one before did, met the edge of its tolerance: what is known stands.
  const second = planOf(search, open.solve("least", search.money)) ?? known;
  if (!second) return null;
  // Equally dear, and within the budget all the same.
  const most = Math.min(search.moneyOf(second) + equalMoney, budget + hairOfMoney);
  open.bound(moneyRow, -Infinity, most);
  return planOf(search, open.solve("least", search.tie)) ?? second;
}

function planOf(search: Search, solution: Solution): Plan | null {
  if (solution.status === "stopped") throw new Stopped();
  if (solution.status === "impossible") return null;
  const plan = new Float64Array(search.size);
  search.cells.forEach((cell, column) => {
    if (cell >= 0) plan[cell]! += Math.round(solution.columns[column]!);
  });
  return plan;
}

/** Runs a search on an open program, closes it, and says so where the solver gave up. */
export function attempt<T>(open: OpenProgram, run: () => Outcome<T>): Outcome<T> {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return bad({ kind: "search-stopped" });
  } finally {
    open.close();
  }
}
