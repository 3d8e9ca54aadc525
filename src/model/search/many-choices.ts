import type { IntegerProgram, OpenProgram, Solution, Solved, Solver } from "./integer-program.js";

/** Columns of whole numbers that a solver is given as they are. */
const few = 150;
/** How many it is given of more at first: those that look best. */
const first = 60;
/** How many it is given at last: all, or of too many these. */
const mostOfAll = 1000;
const mostOfMany = 300;
/** Most branches that are looked into where there are many. */
const branches = 300;
/** A column is left out only where it costs this much more than the gap, so that rounding leaves out none. */
const hair = 1e-4;

/** A program without whole numbers: what it cannot do, no whole numbers can. */
export function relaxed({ columns, rows }: IntegerProgram): IntegerProgram {
  return { columns: columns.map((column) => ({ ...column, whole: false })), rows };
}

/**
 * Opens a program that may have more columns than a solver can decide on.
 *
 * Such a one is first solved without whole numbers. That gives a bound, and for each column at 0 by how much the
 * bound falls back where it must be 1 or more (its reduced cost). The program of the best of them gives a solution;
 * a column whose reduced cost is more than what lies between this and the bound is in no better one. So where the
 * others were all there, the solution is proved to be the best; where they are too many, the bound is what is known.
 */
export function openMany(program: IntegerProgram, solver: Solver): OpenProgram {
  if (!isMany(program)) return solver(program);
  const loose = solver(relaxed(program));
  const rows = program.rows.map(({ lower, upper }) => ({ lower, upper }));
  return {
    bound(row, lower, upper) {
      rows[row] = { lower, upper };
      loose.bound(row, lower, upper);
    },
    solve(aim, worth) {
      const best = loose.solve(aim, worth);
      if (best.status !== "solved") return best;
      const solve = (columns: readonly number[]) => solvePart(program, rows, columns, solver, aim, worth);
      return closeIn(program, best, worth, solve);
    },
    close: () => loose.close(),
  };
}

/** Whether a program has too many columns of which most exclude one another: few of these are 1 in any solution. */
export function isMany({ columns, rows }: IntegerProgram): boolean {
  return (
    columns.filter(({ whole }) => whole).length > few &&
    rows.some(({ lower, upper }) => lower === 1 && upper === 1)
  );
}

/** Σ worth · columns. */
export function worthOf(columns: Float64Array, worth: Float64Array): number {
  return columns.reduce((sum, value, i) => sum + value * worth[i]!, 0);
}

function closeIn(
  { columns }: IntegerProgram,
  { columns: values, reduced }: Solved,
  worth: Float64Array,
  solve: (columns: readonly number[]) => Solution,
): Solution {
  const bound = worthOf(values, worth);
  const cost = columns.map(({ whole }, i) => (whole && values[i]! <= 1e-9 ? Math.abs(reduced![i]!) : 0));
  const order = columns.map((_, i) => i).sort((a, b) => cost[a]! - cost[b]! || a - b);
  const within = (gap: number) => cost.filter((own) => own <= gap + hair).length;
  const most = columns.length <= mostOfAll ? columns.length : mostOfMany;
  let best: { found: Solved; gap: number } | null = null;
  for (let taken = Math.min(first, most), next = taken; ; taken = Math.min(next, most)) {
    const found = solve(order.slice(0, taken));
    if (found.status === "solved") {
      const gap = Math.abs(bound - worthOf(found.columns, worth));
      const needed = within(gap);
      if (gap <= hair || needed <= taken) return found;
      if (!best || gap < best.gap) best = { found, gap };
      next = needed;
    } else next = 5 * taken;
    if (taken >= columns.length && found.status === "impossible") return found;
    if (taken >= most) return best ? { ...best.found, bound } : { status: "stopped", bound };
  }
}

/** Solves with some of the columns, the others 0. */
function solvePart(
  program: IntegerProgram,
  bounds: readonly { lower: number; upper: number }[],
  chosen: readonly number[],
  solver: Solver,
  aim: "most" | "least",
  worth: Float64Array,
): Solution {
  const columns = [...chosen].sort((a, b) => a - b);
  const place = new Map(columns.map((column, i) => [column, i]));
  const part: IntegerProgram = {
    columns: columns.map((column) => program.columns[column]!),
    rows: program.rows.map(({ variables, values }, row) => {
      const own = variables.flatMap((variable, i) => (place.has(variable) ? [i] : []));
      return {
        ...bounds[row]!,
        variables: own.map((i) => place.get(variables[i]!)!),
        values: own.map((i) => values[i]!),
      };
    }),
    branches,
  };
  const open = solver(part);
  try {
    const solution = open.solve(
      aim,
      Float64Array.from(columns, (column) => worth[column]!),
    );
    if (solution.status !== "solved") return solution;
    const all = new Float64Array(program.columns.length);
    columns.forEach((column, i) => (all[column] = solution.columns[i]!));
    return { ...solution, columns: all };
  } finally {
    open.close();
  }
}
