import { bad, type Outcome } from "../outcome.js";
import type { OpenProgram, Solution, Solved, Solver } from "./integer-program.js";
import { isMany, openMany, relaxed, worthOf } from "./many-choices.js";
import { levelRow, moneyRow, points, type Search, type PricedLevel } from "./program.js";

/** Two plans are equally good where their coverage differs by less than 10⁻⁷, and equally dear below 50 cents a year. */
const equalLevel = 1e-3;
const equalMoney = 5e-4;
/** Levels this far apart, in points, have others between them for certain: two parts in a hundred. */
const far = 200;
/** How near the highest level is closed in on where it cannot be proved: a part in a thousand. */
const nearUnproved = 10;
/** What rounding may add to a budget or take from a target: a tenth of a cent, and 10⁻¹⁰ of coverage. */
const hairOfMoney = 1e-6;
const hairOfLevel = 1e-6;

/** Thrown inside a search where the solver gave up; `attempt` makes a fault of it. */
class Stopped extends Error {}

/** New initiatives by city and, within it, dimension. */
export type Plan = Float64Array;

/** What cannot be bettered for certain: a level in points that none passes, or money (thousands of EUR) that none goes below. */
export interface Bounds {
  level?: number;
  money?: number;
}

/** A plan, and how far it is from what might be better; no bound where it is proved that nothing is. */
export interface Found {
  plan: Plan;
  bounds: Bounds;
}

/** A search with its programs open in a solver. */
export interface Open {
  search: Search;
  open: OpenProgram;
  /** Without whole numbers and, where there is one, the hopeful program: for a bound. Null where none is needed. */
  loose: OpenProgram | null;
}

/**
 * The plan of the highest level within a budget; of those equally good the cheapest, of those equally dear the one
 * of least Σ √pᵢ xᵢ (`tieWeights`). Each phase keeps what the one before found, within what counts as equal.
 * @param budget thousands of EUR a year
 * @returns null where nothing satisfies limits and budget
 * @param before the plan of a smaller budget: where a larger one brings no more, it is the answer again
 */
export function highest(opened: Open, budget: number, before?: Found): Found | null {
  const { search, open } = opened;
  const most = budget + hairOfMoney;
  const first = search.lowest ? highestLowest(opened, most) : highestMean(opened, most);
  if (!first) return null;
  const level = search.levelOf(first.plan);
  const bounds = first.level - level > equalLevel ? { level: first.level } : {};
  if (before && Math.abs(search.levelOf(before.plan) - level) < hairOfLevel)
    return {
      plan: before.plan,
      bounds: bounds.level === undefined ? { money: before.bounds.money } : bounds,
    };
  open.bound(moneyRow, -Infinity, most);
  open.bound(levelRow, level - equalLevel - search.offset, Infinity);
  const found = cheapest(opened, level - equalLevel, budget, first.plan);
  return found && { plan: found.plan, bounds: bounds.level === undefined ? found.bounds : bounds };
}

/** A plan, and the level in points that no plan within the budget passes. */
interface Highest {
  plan: Plan;
  level: number;
}

function highestMean(opened: Open, most: number): Highest | null {
  const { search, open } = opened;
  open.bound(moneyRow, -Infinity, most);
  open.bound(levelRow, -Infinity, Infinity);
  const solution = solved(open, "most", search.level);
  return settled(opened, solution, () => highestHoped(opened, most));
}

/** The plan of a solution with the level that no other passes. */
function settled({ search }: Open, solution: Solved | null, hoped: () => number | null): Highest | null {
  const hope = search.hopeful ? hoped() : undefined;
  if (!solution) {
    // Nothing of what was tried can be had; whether nothing can, only the hopeful program says.
    if (typeof hope === "number") throw new Stopped();
    return null;
  }
  const plan = planOf(search, solution);
  const level = hope ?? (solution.bound === undefined ? -Infinity : solution.bound + search.offset);
  return { plan, level: Math.max(level, search.levelOf(plan)) };
}

/** A level that nothing within a budget passes for certain; null where nothing is within it. */
function highestHoped({ search, loose }: Open, most: number): number | null {
  loose!.bound(moneyRow, -Infinity, most);
  loose!.bound(levelRow, -Infinity, Infinity);
  return bestOf(loose!, "most", (search.hopeful ?? search).level, search.offset);
}

/**
 * The highest level of the weakest. A solver takes long to prove that none is higher, and is quick at the least
 * money for a given level, which rises with it in steps: so the last step within the budget is closed in on, from
 * both sides. It is the last where the next level above it, however little, is too dear.
 */
function highestLowest(opened: Open, most: number): Highest | null {
  const { search } = opened;
  let best: Plan | null = null;
  if (search.steps.length === 0) priceOf(opened, -Infinity);
  let low = -Infinity;
  let high = (opened.loose ? (highestHoped(opened, most) ?? -Infinity) : points) + equalLevel;
  /** From here on nothing is within the budget for certain; `high` may lie below where the proof is missing. */
  let proved = high;
  let near = equalLevel;
  const learn = ({ asked, level, money, proved: least, plan }: PricedLevel) => {
    if (least > most) proved = Math.min(proved, asked);
    else if (money > most) near = nearUnproved;
    if (money > most) high = Math.min(high, asked);
    else if (level > low) [low, best] = [level, plan];
  };
  search.steps.forEach(learn);
  for (let turn = 0; best && high - low > near; turn++) {
    // Halves while it is far, then now the next level up and now the middle.
    const middle = high - low > far || turn % 2 === 1;
    learn(priceOf(opened, middle ? (low + high) / 2 : Math.min(high, low + near)));
  }
  if (!best && proved > -Infinity) throw new Stopped();
  return best && { plan: best, level: proved - low > equalLevel ? Math.min(points, proved) : low };
}

/** What a level costs at least; noted for the budgets to come. */
function priceOf(opened: Open, asked: number): PricedLevel {
  const { search, open } = opened;
  open.bound(moneyRow, -Infinity, Infinity);
  open.bound(levelRow, asked - search.offset, Infinity);
  const solution = open.solve("least", search.money);
  const least = leastOf(opened, solution, asked);
  const plan = solution.status === "solved" ? planOf(search, solution) : null;
  const step = plan
    ? {
        asked,
        level: Math.max(asked, search.levelOf(plan)),
        money: search.moneyOf(plan),
        proved: least ?? search.moneyOf(plan),
        plan,
      }
    : { asked, level: points, money: Infinity, proved: least ?? Infinity, plan: null };
  search.steps.push(step);
  return step;
}

/** Money that no plan of a level goes below, where the solution is not proved to be the least; else undefined. */
function leastOf({ search, loose }: Open, solution: Solution, level: number): number | undefined {
  if (!search.hopeful) {
    if (solution.status === "stopped" && solution.bound === undefined) throw new Stopped();
    return solution.status === "impossible" ? undefined : solution.bound;
  }
  loose!.bound(moneyRow, -Infinity, Infinity);
  loose!.bound(levelRow, level - search.offset, Infinity);
  return bestOf(loose!, "least", search.hopeful.money, 0) ?? undefined;
}

/**
 * The cheapest plan of at least a level; of those equally dear the one of least Σ √pᵢ xᵢ.
 * @param level in points
 */
export function leastFor(opened: Open, level: number): Found | null {
  const { search, open } = opened;
  open.bound(moneyRow, -Infinity, Infinity);
  open.bound(levelRow, level - hairOfLevel - search.offset, Infinity);
  return cheapest(opened, level - hairOfLevel, Infinity, null);
}

/** The highest level found that the limits allow, whatever it costs, in points; null where they exclude one another. */
export function mostLevel(opened: Open): { level: number; proved: boolean } | null {
  const most = highestMean(opened, Infinity);
  if (!most) return null;
  const level = opened.search.levelOf(most.plan);
  return { level, proved: most.level - level <= equalLevel };
}

/** The same, for who needs it proved. */
export function provedMost(opened: Open): number | null {
  const most = mostLevel(opened);
  if (most && !most.proved) throw new Stopped();
  return most && most.level;
}

/** @param level in points, that the rows ask for */
function cheapest(opened: Open, level: number, budget: number, known: Plan | null): Found | null {
  const { search, open } = opened;
  // A phase that finds nothing where the one before did, met the edge of its tolerance: what is known stands.
  const solution = open.solve("least", search.money);
  const second = solution.status === "solved" ? planOf(search, solution) : known;
  const least = leastOf(opened, solution, level);
  if (!second) {
    if (least !== undefined) throw new Stopped();
    return null;
  }
  const money = search.moneyOf(second);
  const bounds = least !== undefined && money - least > equalMoney ? { money: Math.max(0, least) } : {};
  // Equally dear, and within the budget all the same.
  open.bound(moneyRow, -Infinity, Math.min(money + equalMoney, budget + hairOfMoney));
  const third = open.solve("least", search.tie);
  return { plan: third.status === "solved" ? planOf(search, third) : second, bounds };
}

/** What a solver found, or null where there is nothing. */
function solved(open: OpenProgram, aim: "most" | "least", worth: Float64Array): Solved | null {
  const solution = open.solve(aim, worth);
  if (solution.status === "stopped") throw new Stopped();
  return solution.status === "impossible" ? null : solution;
}

/** How high or low a program can come at all; null where it has no solution. */
function bestOf(
  open: OpenProgram,
  aim: "most" | "least",
  worth: Float64Array,
  offset: number,
): number | null {
  const solution = solved(open, aim, worth);
  if (!solution) return null;
  return (solution.bound ?? worthOf(solution.columns, worth)) + offset;
}

function planOf({ size, starts }: Search, { columns }: Solved): Plan {
  const plan = new Float64Array(size);
  starts.forEach((shares, column) => {
    const count = Math.round(columns[column]!);
    if (count > 0) for (const [cell, initiatives] of shares) plan[cell]! += count * initiatives;
  });
  return plan;
}

/** Opens a search, runs it, closes it, and says so where the solver gave up. */
export function attempt<T>(search: Search, solver: Solver, run: (opened: Open) => Outcome<T>): Outcome<T> {
  try {
    return within(search, solver, run);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return bad({ kind: "search-stopped" });
  }
}

/** Opens a search inside an attempt, and closes it. */
export function within<T>(search: Search, solver: Solver, run: (opened: Open) => T): T {
  const { program, hopeful } = search;
  const opened: Open = {
    search,
    open: openMany(program, solver),
    loose: hopeful || isMany(program) ? solver(relaxed((hopeful ?? search).program)) : null,
  };
  try {
    return run(opened);
  } finally {
    opened.open.close();
    opened.loose?.close();
  }
}
