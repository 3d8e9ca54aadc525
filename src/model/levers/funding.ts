import { givenText, type Fault } from "../fault.js";
import { dimensions, type Dimension } from "../names.js";
import type { Range } from "../range.js";
import type { Situation } from "./acting.js";
import type { Place } from "./every-city.js";
import type { LeverCheck, LeverKindOf } from "./lever-kind.js";
import type { Timing } from "./timing.js";

/** Weights of the dimensions; one that is left out weighs nothing. */
export type Weights = Readonly<Partial<Record<Dimension, number>>>;

/** What a rise of funding is spent on. */
export type Spending =
  /** In proportion to what each dimension cost at the mapping. */
  | { spend?: "proportional" }
  /** On what lacks to the target first, in proportion to what that costs; the rest in proportion. */
  | { spend: "gap-first" }
  /** By weights of the reader, at least one of them above 0. */
  | { spend: "weights"; weights: Weights };

/** Public funding of a city changes by a share of what it was: −1 … +1. */
export type FundingLever = { kind: "funding"; city: Place; change: number } & Spending & Timing;

/** What a reader may change of the spending. */
export interface SpendingChange {
  spend?: NonNullable<Spending["spend"]>;
  /** By dimension, for the spending `weights`; where none were ever given, all weigh 1. */
  weights?: Weights;
}

/** Range of a weight by which a rise of funding is spent. */
export const weightRange: Range = { minimum: 0, maximum: 100, unit: "weight" };

const evenWeights: Weights = Object.fromEntries(dimensions.map((dimension) => [dimension, 1]));

/** Public funding that falls or rises. */
export const funding: LeverKindOf<FundingLever, never, SpendingChange> = {
  title: "Change of public funding",
  field: "change",
  minimum: -1,
  maximum: 1,
  step: 0.01,
  default: 0,
  unit: "share of the public funding at the mapping",
  slot: null,
  check: (lever, check) => [...check.amount(lever.change), ...checkSpending(lever, check)],
  /**
   * A cut may be followed by a rise. Cuts are set against rises: what is left of the rises keeps its shares between
   * ways of spending, and a cut ends at all of the funding.
   */
  act(levers, situation) {
    for (const { lever, phase } of levers) {
      if (lever.change < 0) situation.cut -= lever.change * phase;
      else if (lever.spend === "gap-first") situation.gapFirst += lever.change * phase;
      else if (lever.spend === "weights") spendByWeights(lever.weights, lever.change * phase, situation);
      else situation.proportional += lever.change * phase;
    }
    settle(situation);
  },
  settings(before, change) {
    const spend = change.spend ?? before?.spend ?? "proportional";
    if (spend === "proportional") return {};
    if (spend === "gap-first") return { spend };
    const own = before?.spend === "weights" ? before.weights : undefined;
    return { spend, weights: change.weights ?? own ?? evenWeights };
  },
};

function checkSpending(lever: FundingLever, { fault, inRange }: LeverCheck): Fault[] {
  const spend: unknown = lever.spend ?? "proportional";
  if (spend === "proportional" || spend === "gap-first") return [];
  if (lever.spend !== "weights")
    return fault({ kind: "unknown-spending", given: givenText(spend), field: "spend" });
  const weights = dimensions.map((dimension) => lever.weights?.[dimension] ?? 0);
  const faults = weights.flatMap((weight, d) => inRange(weight, weightRange, `weights.${dimensions[d]!}`));
  if (faults.length > 0 || weights.some((weight) => weight > 0)) return faults;
  return fault({ kind: "no-weights", field: "weights" });
}

function spendByWeights(given: Weights, rise: number, { byWeights }: Situation): void {
  const weights = dimensions.map((dimension) => given[dimension] ?? 0);
  const sum = weights.reduce((a, b) => a + b, 0);
  for (let d = 0; d < weights.length; d++) byWeights[d]! += (rise * weights[d]!) / sum;
}

/** Sets cuts against rises. */
function settle(situation: Situation): void {
  const { cut, byWeights } = situation;
  const rise = situation.proportional + situation.gapFirst + byWeights.reduce((sum, share) => sum + share, 0);
  if (cut === 0 || rise === 0) {
    situation.cut = Math.min(1, cut);
    return;
  }
  const left = Math.max(0, rise - cut) / rise;
  situation.cut = Math.min(1, Math.max(0, cut - rise));
  situation.proportional *= left;
  situation.gapFirst *= left;
  for (let d = 0; d < byWeights.length; d++) byWeights[d]! *= left;
}
