import type { Assumption } from "../assumptions.js";
import { fitByRank, polynomialsOver } from "../rank-fit.js";

/** Which of two plans brings more along a stretch of an assumption's range; `level` where neither does, in nearly all draws. */
export type Lead = "ahead" | "behind" | "level";

/** A stretch of an assumption's range. */
export interface Stretch {
  /** Shares of the draws below its ends. */
  from: number;
  to: number;
  lead: Lead;
  /** The assumption's values at its ends, in its unit, between those of two neighbouring draws; null at the range's own ends. */
  low: number | null;
  high: number | null;
}

/** How an assumption decides between a plan and its rival. */
export interface Overturning {
  assumption: string;
  /** R²: share of the ups and downs of the difference between the two that goes with the assumption. */
  explained: number;
  /** Whether that is more than chance shows, and the lead changes along the range. */
  told: boolean;
  /** From the lowest to the highest value: one of them where the lead does not change. */
  stretches: Stretch[];
}

/** The outermost parts of a range, where a curve is held by few draws, are left out: a twentieth at either end. */
const outermost = 0.05;
/** Two plans are equally good where their coverage differs by less, as in the search. */
const equalLevel = 1e-7;
/** Where a plan does better in fewer of the draws of a stretch, it does not lead there. */
const leastPart = 0.05;

/**
 * For each assumption where along its range a plan stops doing better than its rival: the difference between the two
 * is smoothed over the draws sorted by the assumption (`fitByRank`), all others as they were drawn, and its changes of
 * sign are read off. A curve bends through zero where the two are equal: so the draws of each stretch are counted, and
 * who does better in more of them leads there.
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
    const turns: number[] = [];
    for (let i = from; i < to; i++) if (fitted[i]! > 0 !== fitted[i + 1]! > 0) turns.push(i + 1);
    const stretches = joined(
      [...turns, n].map((end, k) => ({
        begin: turns[k - 1] ?? 0,
        end,
        lead: leadIn(lead, order, turns[k - 1] ?? 0, end),
      })),
    );
    const valueAt = (place: number) =>
      place === 0 || place === n ? null : (values[order[place - 1]!]! + values[order[place]!]!) / 2;
    return {
      assumption: id,
      explained,
      told: explained > chance && stretches.length > 1,
      stretches: stretches.map(({ begin, end, lead }) => ({
        ...{ from: begin / n, to: end / n, lead },
        ...{ low: valueAt(begin), high: valueAt(end) },
      })),
    };
  });
}

/** A stretch by places in the order of an assumption. */
interface Places {
  begin: number;
  end: number;
  lead: Lead;
}

/** Who does better in more of the draws of a stretch. */
function leadIn(lead: Float64Array, order: readonly number[], begin: number, end: number): Lead {
  let [better, worse] = [0, 0];
  for (let i = begin; i < end; i++) {
    if (lead[order[i]!]! > equalLevel) better++;
    else if (lead[order[i]!]! < -equalLevel) worse++;
  }
  if (Math.max(better, worse) < leastPart * (end - begin)) return "level";
  if (better === worse) return "level";
  return better > worse ? "ahead" : "behind";
}

/** Neighbours with the same lead as one. */
function joined(stretches: readonly Places[]): Places[] {
  const all: Places[] = [];
  for (const next of stretches) {
    const last = all.at(-1);
    if (last?.lead === next.lead) last.end = next.end;
    else all.push({ ...next });
  }
  return all;
}
