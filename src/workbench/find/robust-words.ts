import { formatEuro } from "../../components/euro.js";
import { capital, formatList, formatNumber } from "../../components/format.js";
import type { PlanRole, RobustChoice, TestedPlan } from "../../model/search/robust-choice.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { assumptionsIn } from "./assumptions-in.js";
import { soughtWords } from "./objective.js";
import { moneyNames } from "./plan.js";
import type { TestedQuestion } from "./tested-question.js";

/** Draws of a hundred: "33"; what is not none is never told as none, nor what is not all as all. */
export function ofHundred(count: number, draws: number): string {
  const share = (count / draws) * 100;
  if (share > 0 && share < 1) return "<1";
  return share < 100 && share > 99 ? ">99" : formatNumber(share);
}

/** The same in a sentence: "33 of 100". */
function ofHundredWords(count: number, draws: number): string {
  const share = ofHundred(count, draws);
  return `${share.replace("<", "fewer than ").replace(">", "more than ")} of 100`;
}

/** A coverage in points of a hundred, to a decimal: "1.3 points"; what is not nothing is not told as nothing. */
export function pointsOf(coverage: number): string {
  const shown = pointsNumber(coverage);
  return `${shown} ${shown === "1.0" ? "point" : "points"}`;
}

/** The same without its unit. */
export function pointsNumber(coverage: number): string {
  if (coverage > 1e-9 && coverage < 0.0005) return "less than 0.1";
  return formatNumber(coverage * 100, 1);
}

/** The plan that was asked about. */
export const askedIn = ({ plans }: RobustChoice): TestedPlan => plans[0]!;

/** The plan of least mean regret. */
export const steadyIn = ({ plans }: RobustChoice): TestedPlan =>
  plans.find(({ roles }) => roles.includes("steady"))!;

/** How often the plan is best, whether it keeps to the budget, and what is most worth finding out. */
export function robustSentence(view: ScenarioView, choice: RobustChoice): string {
  const { draws, budget } = choice;
  const asked = askedIn(choice);
  const { best, near } = asked.regret;
  const first =
    best === draws
      ? `This plan is best in all ${formatNumber(draws)} draws.`
      : `This plan is best in ${formatNumber(best)} of ${formatNumber(draws)} draws, and within one point of the best in ${formatNumber(near)}.`;
  const second = `It keeps to ${formatEuro(budget)} in ${ofHundredWords(asked.keeps, draws)}.`;
  return [first, second, worthWords(view, choice)].filter(Boolean).join(" ");
}

/** What is most worth finding out; empty where nothing is. */
function worthWords(view: ScenarioView, { decides, price }: RobustChoice): string {
  const [first] = decides.information.findings;
  if (!first?.told) return "";
  const name = assumptionsIn(view).get(first.assumption)?.name ?? first.assumption;
  const worth =
    price === null
      ? `${pointsOf(toFigures(first.coverage, 1))} of coverage`
      : `about ${formatEuro(toFigures(first.coverage * price, 1))} a year`;
  return `Most worth finding out is “${name}”: to know it beforehand is worth ${worth}.`;
}

/** A number to so many figures: what a sample of draws shows has one or two. */
export function toFigures(value: number, figures: number): number {
  return Number(value.toPrecision(figures));
}

/** What is lost where the plan is not best, and whether another loses less. */
export function regretSentence(choice: RobustChoice): string {
  const asked = askedIn(choice);
  const steady = steadyIn(choice);
  const { best, mean, p90 } = asked.regret;
  const first =
    asked.keeps === choice.draws
      ? ""
      : "Where it costs more than the budget, it is carried out as far as the money goes. ";
  if (best === choice.draws) return `${first}No plan brings more in any draw.`;
  const regret = `On average it brings ${pointsOf(mean)} of coverage less than the best plan of the draw, which is its regret; in one draw in ten ${pointsOf(p90)} or more. `;
  const other =
    steady === asked
      ? "No other plan loses less on average."
      : `The plan that loses least loses ${pointsOf(steady.regret.mean)} on average.`;
  return `${first}${regret}${other}`;
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

/** How it was tested, line by line. */
export function testedWords(
  { view, objective, city, money, budget }: TestedQuestion,
  { draws, seed, solved, different, price }: RobustChoice,
): string[] {
  const found = formatNumber(different);
  const none = draws - solved;
  return [
    `Assumptions were drawn ${formatNumber(draws)} times with seed ${seed}, as for the ranges on this page. Each draw has its own best plan: ${found} different ${different === 1 ? "one" : "ones"} in all${none > 0 ? `; in ${formatNumber(none)} draws no plan keeps to the budget and your limits` : ""}.`,
    `Every plan is carried out in every draw with ${formatEuro(budget)} of ${moneyNames[money]} a year. Its order is fixed beforehand: always next the initiative that raises the level most for its money, at central assumptions. Where the next one can no longer be paid, the plan ends; what is left stays unspent.`,
    `Regret is what the best of all these plans brings in a draw, less what the plan brings there: of ${soughtWords(view, objective, city)}, in points of a hundred.`,
    price === null
      ? "No money buys more coverage than this plan, so that nothing found out has a price."
      : `Coverage is turned into money by what it costs at the margin: a point more costs about ${formatEuro(price / 100)} a year at central assumptions.`,
    "A sample of draws, not the world: another seed gives slightly other numbers. Only what the table of assumptions holds is drawn.",
  ];
}
