import { formatNumber, percent } from "../../components/format.js";
import type { Objective } from "../../model/search/aim.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { FrontierPoint } from "../../model/search/frontier.js";
import type { TradeOff } from "../../model/search/trade-off.js";
import { groundOf } from "../../model/search/ground.js";
import { everyCity } from "../../model/levers/every-city.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { levelName, levelOf } from "./objective.js";
import type { ShownPlan } from "./plan.js";

/** What is not proved of the best use of a budget, with what is known for certain; null where all is proved. */
export function bestUseProofWords({ found, view, city }: ShownPlan, objective: Objective): string | null {
  const { proof, simulated } = found;
  if (proof.kind === "proved") return null;
  if (proof.kind === "money")
    return `No plan does better: that is proved. It is not proved that none does as well for less; none does for less than ${atLeast(proof.bound)} a year.`;
  const reached = levelOf(view, objective, simulated, city);
  const best = Math.min(1, reached + missing(view, found, objective, city));
  return `It is not proved that this plan is the best. It brings ${levelName(view, objective, city)} to ${percent(reached, 1)}; no plan within what you allow brings it above ${atMost(best)}.`;
}

/** The same of the least money for a coverage. */
export function leastMoneyProofWords({ found: { proof } }: Pick<ShownPlan, "found">): string | null {
  if (proof.kind === "proved") return null;
  return `It is not proved that this plan is the cheapest. No plan that reaches the goal costs less than ${atLeast(proof.bound)} a year.`;
}

/** How many points of a frontier are not proved; null where all are. */
export function frontierProofWords(points: readonly FrontierPoint[]): string | null {
  const unproved = points.filter(({ proof }) => proof.kind !== "proved").length;
  if (unproved === 0) return null;
  return `At ${formatNumber(unproved)} of ${formatNumber(points.length)} budgets the plan was found but not proved to be the best. Choose a point: its plan says how much better one could be at most.`;
}

/** What is not proved of a trade-off: of plans between the ends, and of the highest that the weakest city can come to. */
export function tradeOffProofWords({ plans, highest }: TradeOff): string | null {
  const unproved = plans.filter(({ proof }) => proof.kind !== "proved").length;
  const words = [
    ...(unproved === 0
      ? []
      : [
          `${formatNumber(unproved)} of ${formatNumber(plans.length)} plans were found but not proved to be the best. Choose a point: its plan says how much better one could be at most.`,
        ]),
    ...(highest.kind === "level"
      ? [
          `It is not proved that no plan lifts the weakest city higher; none lifts it above ${atMost(highest.bound)}.`,
        ]
      : []),
  ];
  return words.length === 0 ? null : words.join(" ");
}

/** How much higher the level could be. The mean of all cities moves with the one city alone that may get something. */
function missing(
  { model, document }: ScenarioView,
  { proof, simulated }: FoundPlan,
  objective: Objective,
  city: string,
): number {
  if (proof.kind !== "level") return 0;
  const level = {
    coverage: simulated.coverage,
    "weakest-city": simulated.weakestCity.coverage,
    "weakest-dimension": simulated.weakestDimension.coverage,
  }[objective];
  const alone = objective === "coverage" && city !== everyCity;
  const ground = alone ? groundOf(model, scenarioOf(document)) : null;
  if (!ground?.ok) return proof.bound - level;
  const { cities, cityWeights } = ground.value;
  const all = cityWeights.reduce((sum, weight) => sum + weight, 0);
  return ((proof.bound - level) * all) / cityWeights[cities.indexOf(city)]!;
}

/** A bound in whole euros, never above what is certain. */
const atLeast = (money: number): string => `€${formatNumber(Math.floor(money + 1e-6))}`;

/** A bound in tenths of a per cent, never below what is certain. */
const atMost = (coverage: number): string => percent(Math.ceil(coverage * 1000 - 1e-9) / 1000, 1);
