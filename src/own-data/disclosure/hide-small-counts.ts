import type { Solver } from "../../model/search/integer-program.js";
import { hiddenRanges, type HiddenRange } from "./hidden-ranges.js";
import { leastSmall, mostSmall, type Published } from "./published.js";

/** Which cells are hidden, and what is known of them all the same. */
export interface HiddenCounts {
  /** Cells of 1 to 4, hidden for themselves. */
  small: number[];
  /** Others, hidden because a small one could be worked out from them; in the order in which they were taken. */
  beside: number[];
  /** What can be worked out of each hidden cell. */
  ranges: HiddenRange[];
  /** Small cells that can be pinned down closer than 1 to 4, and that no further hiding helps. */
  pinned: HiddenRange[];
}

/**
 * Hides counts of 1 to 4, and others where a small one could be worked out from totals, shares or what was published
 * before: proved, cell by cell, by the least and the most that each hidden cell could be. Of the cells that can be hidden
 * beside a small one the smallest count goes first, so that little is lost; of equal ones the first.
 */
export function hideSmallCounts(published: Published, solver: Solver): HiddenCounts {
  const { counts, before = [] } = published;
  const small = counts.flatMap((count, cell) => (count >= leastSmall && count <= mostSmall ? [cell] : []));
  const beside: number[] = [];
  for (;;) {
    const hidden = new Set([...small, ...beside]);
    const ranges = hiddenRanges(published, hidden, solver);
    const pinned = ranges.filter(
      ({ cell, least, most }) => small.includes(cell) && (least > leastSmall || most < mostSmall),
    );
    const [next] = pinned
      .flatMap(({ cell }) => besides(cell, published, hidden))
      .sort((a, b) => counts[a]! - counts[b]! || a - b);
    if (next === undefined) return { small, beside, ranges, pinned };
    beside.push(next);
  }

  /** Cells that are shown in a fact with a hidden one, or with one that is hidden beside it. */
  function besides(cell: number, { facts }: Published, hidden: ReadonlySet<number>): number[] {
    const together = facts.filter(({ variables }) => variables.includes(cell));
    const reached = new Set(
      together.flatMap(({ variables }) => variables).filter((other) => hidden.has(other)),
    );
    const near = facts.filter(({ variables }) => variables.some((other) => reached.has(other)));
    return near.flatMap(({ variables }) =>
      variables.filter((other) => !hidden.has(other) && !before.includes(other)),
    );
  }
}
