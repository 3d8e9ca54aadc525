import { element } from "../../components/element.js";
import { tableHead } from "../../components/table-head.js";
import { formatEuro } from "../../components/euro.js";
import { capital, formatNumber } from "../../components/format.js";
import type { Objective } from "../../model/search/aim.js";
import type { Outlook } from "../../model/search/found.js";
import type { FrontierPoint } from "../../model/search/frontier.js";
import type { Money } from "../../model/search/ground.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { moneyNames, nameOf, two } from "./plan.js";

/** The points at which the plan changes: more money that buys nothing is no choice. */
function differentPoints(points: readonly FrontierPoint[]): FrontierPoint[] {
  const plan = (point: FrontierPoint) => JSON.stringify(point.plan);
  return points.filter((point, i) => i === 0 || plan(point) !== plan(points[i - 1]!));
}

/** What an objective makes as high as it can be. */
export const levelNames: Readonly<Record<Objective, string>> = {
  coverage: "coverage of all cities together",
  "weakest-city": "coverage of the weakest city",
  "weakest-dimension": "mean coverage of the weakest dimension",
};

/** What an objective comes to. */
export function levelOf(objective: Objective, outlook: Outlook): number {
  if (objective === "coverage") return outlook.coverage;
  return objective === "weakest-city" ? outlook.weakestCity.coverage : outlook.weakestDimension.coverage;
}

/** What all of it costs, and what half of the way costs: the first money does most. */
export function frontierSentence(
  { result }: Pick<ScenarioView, "result">,
  points: readonly FrontierPoint[],
  money: Money,
  objective: Objective,
): string {
  const [first, last] = [points[0], points.at(-1)];
  const what = levelNames[objective];
  const { year } = result.years.at(-1)!;
  if (!first || !last) return "No plan keeps to what is asked.";
  const [from, to] = [levelOf(objective, first.simulated), levelOf(objective, last.simulated)];
  if (to - from < 1e-9)
    return `No money raises ${what} above ${two(from)} in ${year}: nothing is missing to the target.`;
  const half = points.find((point) => levelOf(objective, point.simulated) >= (from + to) / 2) ?? last;
  return `${formatEuro(last.simulated[money])} of ${moneyNames[money]} a year brings ${what} from ${two(from)} to ${two(to)} in ${year}, as high as new initiatives can; half of that way costs about ${formatEuro(half.simulated[money])}.`;
}

/** The points as a table; the button of each shows its plan. */
export function frontierTable(
  document: Document,
  view: ScenarioView,
  points: readonly FrontierPoint[],
  money: Money,
  choose: (point: FrontierPoint) => void,
): HTMLElement {
  const heads = [
    `${capital(moneyNames[money])} a year`,
    "New initiatives",
    "Coverage",
    "Weakest city",
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
      number(formatNumber(simulated.coverage, 3)),
      number(`${two(simulated.weakestCity.coverage)} ${nameOf(view, simulated.weakestCity.city)}`),
      number(`${two(simulated.weakestDimension.coverage)} ${simulated.weakestDimension.dimension}`),
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
