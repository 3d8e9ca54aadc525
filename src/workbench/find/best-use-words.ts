import { percent } from "../../components/format.js";
import { formatEuro } from "../../components/euro.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { Objective } from "../../model/search/aim.js";
import type { Limits } from "../../model/search/limits.js";
import type { Outlook } from "../../model/search/found.js";
import { everyDimension, inYears, isFull, nameOf, shareOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { attainedWords, coverageNow, whose } from "./attained.js";
import { moneyNames, planWords, type ShownPlan } from "./plan.js";

/** What the best use of a budget is and does, in a sentence. */
export function bestUseSentence(
  shown: ShownPlan,
  budget: number,
  objective: Objective,
  limits: Limits,
): string {
  const { found, view, money, city } = shown;
  if (found.plan.length === 0) return nothingWords(shown, budget, objective, limits);
  const spent = found.simulated[money];
  // Sums are told to two figures: what is left below a twentieth of the budget cannot be told from none.
  const rest = formatEuro(budget - spent);
  const left =
    budget - spent > budget / 20
      ? `, and ${rest === formatEuro(budget) ? "the rest" : rest} is left over`
      : "";
  const weakest = objective === "coverage" ? "" : `${weakestWords(view, objective, found.simulated)}; `;
  return `With ${formatEuro(spent)} of ${moneyNames[money]} a year for ${planWords(shown)}, ${weakest}${attainedWords(view, found.simulated, city)} ${inYears(view.document.horizon)}${left}.`;
}

/** Why a budget buys nothing: nothing is missing, or it pays for no whole initiative that helps. */
function nothingWords(
  { found, view, money, city }: ShownPlan,
  budget: number,
  objective: Objective,
  limits: Limits,
): string {
  const now = coverageNow(view, city);
  const target = shareOf(view.document.target);
  if (isFull(now))
    return city === everyCity
      ? `Every city has ${target} in ${everyDimension(view)}: no money raises that.`
      : `${whose(view, city)} has ${target} in ${everyDimension(view)}: no money raises that.`;
  const allowed = narrower(limits, city) ? " within what you allow" : "";
  if (found.proof.kind === "level")
    return `No plan for ${formatEuro(budget)} of ${moneyNames[money]} a year was found that raises ${raised[objective]}${allowed}.`;
  return `${formatEuro(budget)} of ${moneyNames[money]} a year pays for no whole initiative that raises ${raised[objective]}${allowed}: ${whose(view, city)} ${city === everyCity ? "stay" : "stays"} at ${percent(now)} of ${target}.`;
}

const raised: Readonly<Record<Objective, string>> = {
  coverage: "coverage",
  "weakest-city": "the weakest city",
  "weakest-dimension": "the weakest dimension",
};

/** Whether more is left out than the other cities. */
function narrower(limits: Limits, city: string): boolean {
  const { leaveOut, ...rest } = limits;
  return Object.keys(rest).length > 0 || (city === everyCity && leaveOut !== undefined);
}

function weakestWords(
  view: ScenarioView,
  objective: Objective,
  { weakestCity, weakestDimension }: Outlook,
): string {
  return objective === "weakest-city"
    ? `no city that counts stands below ${percent(weakestCity.coverage)} (${nameOf(view, weakestCity.city)})`
    : `no dimension stands below ${percent(weakestDimension.coverage)} (${weakestDimension.dimension})`;
}
