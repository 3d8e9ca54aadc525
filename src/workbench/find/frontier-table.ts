import { element } from "../../components/element.js";
import { tableHead } from "../../components/table-head.js";
import { formatEuro } from "../../components/euro.js";
import { capital, formatNumber, percent } from "../../components/format.js";
import type { Objective } from "../../model/search/aim.js";
import type { FrontierPoint } from "../../model/search/frontier.js";
import type { Money } from "../../model/search/ground.js";
import { everyCity } from "../../model/levers/every-city.js";
import { inYears, nameOf, shareOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { coverageWith } from "./attained.js";
import { levelName, levelOf } from "./objective.js";
import { moneyNames } from "./plan.js";

/** What was asked of a frontier. */
export interface FrontierAsked {
  money: Money;
  objective: Objective;
  /** Whom it is for: a city, or `all`. */
  city: string;
}

/** The points at which the plan changes: more money that buys nothing is no choice. */
function differentPoints(points: readonly FrontierPoint[]): FrontierPoint[] {
  const plan = (point: FrontierPoint) => JSON.stringify(point.plan);
  return points.filter((point, i) => i === 0 || plan(point) !== plan(points[i - 1]!));
}

/** What all of it costs, and what half of the way costs: the first money does most. */
export function frontierSentence(
  view: ScenarioView,
  points: readonly FrontierPoint[],
  { money, objective, city }: FrontierAsked,
): string {
  const [first, last] = [points[0], points.at(-1)];
  const what = levelName(view, objective, city);
  const years = inYears(view.document.horizon);
  const level = (point: FrontierPoint) => levelOf(view, objective, point.simulated, city);
  if (!first || !last) return "No plan meets all that is asked.";
  const [from, to] = [level(first), level(last)];
  if (to - from < 1e-9)
    return `No money raises ${what} above ${percent(from)} of ${shareOf(view.document.target)}: nothing is missing to it.`;
  const half = points.find((point) => level(point) >= (from + to) / 2) ?? last;
  return `${capital(years)} ${formatEuro(last.simulated[money])} of ${moneyNames[money]} a year brings ${what} from ${percent(from)} to ${percent(to)} of ${shareOf(view.document.target)}${last.proof.kind === "level" ? "" : ", as high as new initiatives can"}; half of that way costs about ${formatEuro(half.simulated[money])}.`;
}

/** The points as a table; the button of each shows its plan. */
export function frontierTable(
  document: Document,
  view: ScenarioView,
  points: readonly FrontierPoint[],
  { money, city }: FrontierAsked,
  choose: (point: FrontierPoint) => void,
): HTMLElement {
  const heads = [
    `${capital(moneyNames[money])} a year`,
    "New initiatives",
    "Coverage",
    // One city alone is its own weakest.
    ...(city === everyCity ? ["Weakest city"] : []),
    "Weakest dimension",
    "Plan",
  ];
  const rows = differentPoints(points).map((point) => {
    const { simulated, plan } = point;
    const count = plan.reduce((sum, { initiatives }) => sum + initiatives, 0);
    const spent = formatEuro(simulated[money]);
    const button = element(
      document,
      "button",
      { type: "button", "aria-label": `Show plan for ${spent}`, "data-budget": point.budget },
      "Show plan",
    );
    button.addEventListener("click", () => choose(point));
    const number = (words: string) => element(document, "td", { class: "number" }, words);
    return element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "row", class: "number" }, spent),
      number(formatNumber(count)),
      number(percent(coverageWith(view, simulated, city), 1)),
      city === everyCity &&
        number(`${percent(simulated.weakestCity.coverage)} ${nameOf(view, simulated.weakestCity.city)}`),
      number(`${percent(simulated.weakestDimension.coverage)} ${simulated.weakestDimension.dimension}`),
      element(document, "td", {}, plan.length > 0 ? button : "nothing new"),
    );
  });
  return element(
    document,
    "details",
    { class: "frontier-table" },
    element(document, "summary", {}, `Table of ${rows.length} plans`),
    element(
      document,
      "div",
      { class: "scroll panel", tabindex: 0, role: "region", "aria-label": "Plans by what they cost" },
      element(document, "table", {}, tableHead(document, heads), element(document, "tbody", {}, ...rows)),
    ),
  );
}
