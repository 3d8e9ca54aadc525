import type { Assumption } from "../assumptions.js";
import { fitByRank, polynomialsOver } from "../rank-fit.js";

/** Where along an assumption's range one plan takes over from another. */
export interface Turn {
  /** Its value, in the assumption's unit, between those of two neighbouring draws. */
  value: number;
  /** Share of the draws below it. */
  share: number;
}

/** How an assumption decides between a plan and its rival. */
export interface Overturning {
  assumption: string;
  /** R²: share of the ups and downs of the difference between the two that goes with the assumption. */
  explained: number;
  /** Whether that is more than chance shows: `madeUp` of them, or less, would be found where there is nothing. */
  told: boolean;
  /** Whether the plan does better than its rival in the lowest and in the highest part of the range. */
  ahead: { low: boolean; high: boolean };
  /** In rising order; none where one of the two does better all along, or chance could have made it. */
  turns: Turn[];
}

/** The outermost parts of a range, where a curve is held by few draws, are left out: a twentieth at either end. */
const outermost = 0.05;

/**
 * For each assumption where along its range a plan stops doing better than its rival: the difference between the two
 * is smoothed over the draws sorted by the assumption (`fitByRank`), all others as they were drawn, and its changes of
 * sign are read off.
 * @param lead what the plan brings less what its rival brings, one a draw
 * @param drawn the draws of each assumption
 * @param orders the draws sorted by each assumption
 * @param chance R² that an assumption which moves nothing may show
 */
export function turningPoints(
  lead: Float64Array,
  assumptions: readonly Assumption[],
  drawn: readonly Float64Array[],
  orders: readonly (readonly number[])[],
  chance: number,
): Overturning[] {
  const n = lead.length;
  const polynomials = polynomialsOver(n);
  const from = Math.floor(n * outermost);
  const to = n - 1 - from;
  return assumptions.map(({ id }, p) => {
    const order = orders[p]!;
    const values = drawn[p]!;
    const { fitted, explained } = fitByRank(lead, order, polynomials);
    const told = explained > chance;
    const turns: Turn[] = [];
    for (let i = from; told && i < to; i++) {
      if (fitted[i]! > 0 === fitted[i + 1]! > 0) continue;
      const value = (values[order[i]!]! + values[order[i + 1]!]!) / 2;
      turns.push({ value, share: (i + 1) / n });
    }
    return {
      assumption: id,
      explained,
      told,
      ahead: { low: fitted[from]! > 0, high: fitted[to]! > 0 },
      turns,
    };
  });
}
