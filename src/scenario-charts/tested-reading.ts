import { capital, formatAsItIs, formatList, formatNumber } from "../components/format.js";
import type { PlanRole, RobustChoice, TestedPlan } from "../model/search/robust-choice.js";

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
