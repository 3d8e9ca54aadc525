import type { Constraint, Solver } from "../../model/search/integer-program.js";
import type { Published } from "./published.js";

/** What a reader can work out of a hidden cell: it is no less and no more. */
export interface HiddenRange {
  cell: number;
  least: number;
  most: number;
}

/** A reader is taken to know that no count is above so many times the largest one that is shown, and no more. */
const farAbove = 10;

/**
 * The least and the most that each hidden cell could be, from everything that is published: two whole-number programs a
 * cell (the audit of cell suppression; Fischetti and Salazar 2001).
 * @param hidden cells that are not published
 * @throws Error where the facts contradict the counts
 */
export function hiddenRanges(
  { counts, facts, before = [] }: Published,
  hidden: ReadonlySet<number>,
  solver: Solver,
): HiddenRange[] {
  const unknown = [...hidden].filter((cell) => !before.includes(cell)).sort((a, b) => a - b);
  const known: HiddenRange[] = [...hidden]
    .filter((cell) => before.includes(cell))
    .map((cell) => ({ cell, least: counts[cell]!, most: counts[cell]! }));
  if (unknown.length === 0) return known;
  const upper = farAbove * Math.max(1, ...counts);
  const program = solver({
    columns: unknown.map(() => ({ lower: 0, upper, whole: true })),
    rows: facts.flatMap((fact) => overHidden(fact, counts, unknown)),
  });
  try {
    const ranges = unknown.map((cell, at): HiddenRange => {
      const worth = Float64Array.from(unknown, (_, i) => Number(i === at));
      const reach = (aim: "least" | "most") => {
        const solution = program.solve(aim, worth);
        if (solution.status !== "solved") throw new Error(`the facts of the counts are ${solution.status}`);
        return Math.round(solution.columns[at]!);
      };
      return { cell, least: reach("least"), most: reach("most") };
    });
    return [...ranges, ...known].sort((a, b) => a.cell - b.cell);
  } finally {
    program.close();
  }
}

/** A fact about hidden cells alone: what is shown of its cells goes to the other side. */
function overHidden(fact: Constraint, counts: readonly number[], unknown: readonly number[]): Constraint[] {
  let shown = 0;
  const variables: number[] = [];
  const values: number[] = [];
  fact.variables.forEach((cell, i) => {
    const at = unknown.indexOf(cell);
    if (at < 0) shown += fact.values[i]! * counts[cell]!;
    else {
      variables.push(at);
      values.push(fact.values[i]!);
    }
  });
  return variables.length === 0
    ? []
    : [{ lower: fact.lower - shown, upper: fact.upper - shown, variables, values }];
}
