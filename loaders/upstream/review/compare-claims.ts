import type { BoundValue, Evaluation, Verdict } from "./evaluation.js";

/** A claim that does not hold today. */
export interface FailingClaim extends Verdict {
  /** Whether it held before; null where it was not asked then. */
  held: boolean | null;
}

/** A value in a sentence that is written otherwise than before. */
export interface ChangedValue extends Omit<BoundValue, "text"> {
  before: string | null;
  after: string | null;
}

/** Claims that fail, those that held before first. */
export function failingClaims(before: Evaluation["claims"], after: Evaluation["claims"]): FailingClaim[] {
  const held = new Map(before.map((claim) => [placeOf(claim), claim.holds]));
  const failing = after
    .filter(({ holds }) => !holds)
    .map((claim) => ({ ...claim, held: held.get(placeOf(claim)) ?? null }));
  return [...failing.filter(({ held }) => held === true), ...failing.filter(({ held }) => held !== true)];
}

/** Values of sentences that differ. Both evaluations read the same pages. */
export function changedValues(before: Evaluation["values"], after: Evaluation["values"]): ChangedValue[] {
  const were = new Map(before.map((value) => [placeOf(value), value.text]));
  return after.flatMap(({ text, ...place }): ChangedValue[] => {
    const was = were.get(placeOf(place)) ?? null;
    return was === text ? [] : [{ ...place, before: was, after: text }];
  });
}

const placeOf = ({ file, line, query }: Pick<BoundValue, "file" | "line" | "query">) =>
  JSON.stringify([file, line, query]);
