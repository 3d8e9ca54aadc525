import { formatEuro } from "../components/euro.js";
import { capital, formatAsItIs, formatList, formatNumber, percent } from "../components/format.js";
import { ordinal } from "../components/ordinal.js";
import { costUnit, type Assumption } from "../model/assumptions.js";
import type { PlanRole, RobustChoice, TestedPlan } from "../model/search/robust-choice.js";
import type { Overturning, Stretch } from "../model/search/turning-points.js";

/** Draws of a hundred: "33"; what is not none is never told as none, nor what is not all as all. */
export function ofHundred(count: number, draws: number): string {
  const share = (count / draws) * 100;
  if (share > 0 && share < 1) return "<1";
  return share < 100 && share > 99 ? ">99" : formatNumber(share);
}

/** The same in a sentence: "33 of 100". */
export function ofHundredWords(count: number, draws: number): string {
  const share = ofHundred(count, draws);
  return `${share.replace("<", "fewer than ").replace(">", "more than ")} of 100`;
}

/** A coverage in points of a hundred, to a decimal: "1.3 points"; what is not nothing is not told as nothing. */
export function pointsOf(coverage: number): string {
  const shown = pointsNumber(coverage);
  return `${shown} ${shown === "1.0" ? "point" : "points"}`;
}

/** Not nothing, and less than a decimal shows. */
const isTiny = (coverage: number) => coverage > 1e-9 && coverage < 0.0005;

/** The same without its unit. */
export function pointsNumber(coverage: number): string {
  if (isTiny(coverage)) return "less than 0.1";
  return formatNumber(coverage * 100, 1);
}

/** Points of what knowing is worth, which is often little, with no more decimals than it has: "0.06", "1.3". */
export function finePoints(coverage: number): string {
  const points = coverage * 100;
  return points > 1e-7 && points < 0.005 ? "less than 0.01" : formatAsItIs(points, 2);
}

/** How far a plan falls short: "by 2.1 points or less". */
export function shortBy(coverage: number): string {
  return isTiny(coverage) ? `by ${pointsOf(coverage)}` : `by ${pointsOf(coverage)} or less`;
}

/** The plan that was asked about. */
export const askedIn = ({ plans }: RobustChoice): TestedPlan => plans[0]!;

/** The plan of least mean regret. */
export const steadyIn = ({ plans }: RobustChoice): TestedPlan =>
  plans.find(({ roles }) => roles.includes("steady"))!;

/** A number to so many figures: what a sample of draws shows has one or two. */
export function toFigures(value: number, figures: number): number {
  return Number(value.toPrecision(figures));
}

/** What a plan is compared as: "This plan", "Found most often". */
export function roleWords({ roles, solvedIn }: TestedPlan): string {
  const words: Readonly<Record<PlanRole, string>> = {
    asked: "this plan",
    often: solvedIn > 1 ? "found most often" : "found as often as any",
    steady: "least regret",
  };
  return capital(formatList(roles.map((role) => words[role])));
}

/** What the plan is set against where it is asked what would overturn it. */
export function rivalWords(choice: RobustChoice): string {
  return steadyIn(choice) === askedIn(choice) ? "its nearest rival" : "the plan of least regret";
}

type Stretches = Pick<Overturning, "stretches">;

/** Share of the draws along which one of the two leads. */
export const shareOfLead = ({ stretches }: Stretches, lead: Stretch["lead"]): number =>
  stretches.reduce((sum, one) => sum + (one.lead === lead ? one.to - one.from : 0), 0);

/**
 * Where along an assumption's range one of the two leads: "below €310,000 (its 51st percentile)", "anywhere", "nowhere".
 * @param places false leaves the percentiles out
 */
export function leadWords(
  { stretches }: Stretches,
  lead: Stretch["lead"],
  assumption: Assumption | undefined,
  places = true,
): string {
  const own = stretches.filter((one) => one.lead === lead);
  if (own.length === 0) return "nowhere";
  const value = (at: number, share: number) => {
    const words = valueWords(at, assumption);
    return places ? `${words} (its ${ordinal(Math.round(share * 100))} percentile)` : words;
  };
  return formatList(
    own.map(({ from, to, low, high }) => {
      if (low === null) return high === null ? "anywhere" : `below ${value(high, to)}`;
      return high === null
        ? `above ${value(low, from)}`
        : `between ${value(low, from)} and ${value(high, to)}`;
    }),
  );
}

/** A value in its unit, to two figures: what a sample of draws shows has no more. */
export function valueWords(value: number, assumption: Assumption | undefined): string {
  if (assumption?.unit === costUnit) return formatEuro(value);
  return assumption?.unit.startsWith("share of") || assumption?.unit === "a year"
    ? percent(value)
    : formatNumber(toFigures(value, 2), value < 10 ? 1 : 0);
}
