import { formatEuro } from "../../components/euro.js";
import { formatList, formatNumber } from "../../components/format.js";
import type { Planned } from "../../model/search/found.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import { nameOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import {
  askedIn,
  ofHundredWords,
  pointsOf,
  steadyIn,
  toFigures,
} from "../../scenario-charts/tested-reading.js";
import { assumptionsIn } from "./assumptions-in.js";
import { soughtWords } from "./objective.js";
import { moneyNames } from "./plan.js";
import type { TestedQuestion } from "./tested-question.js";

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

/** "Chicago: 3 cultural, 1 economic; Lisbon: 2 legal": what a plan starts. */
export function placesWords(view: ScenarioView, plan: Planned): string {
  const cities = [...new Set(plan.map(({ city }) => city))];
  if (cities.length === 0) return "nothing new";
  return cities
    .map((city) => {
      const own = plan.filter((one) => one.city === city);
      const words = own.map(({ initiatives, dimension }) => `${formatNumber(initiatives)} ${dimension}`);
      return `${nameOf(view, city)}: ${formatList(words)}`;
    })
    .join("; ");
}
