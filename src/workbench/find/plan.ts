import { element } from "../../components/element.js";
import { scrollFrame } from "../../components/scroll-frame.js";
import { tableHead } from "../../components/table-head.js";
import { formatEuro, formatEuroRange } from "../../components/euro.js";
import { formatList, formatNumber, percent } from "../../components/format.js";
import { dimensions } from "../../model/names.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { Band } from "../../model/percentiles.js";
import { groundOf, type Money } from "../../model/search/ground.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { LastYear, Uncertainty } from "../../model/uncertainty.js";
import { nameOf, shareOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { scenarioOf, type ScenarioDocument } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { whose } from "./attained.js";

/** Which money a reader means. */
export const moneyNames = { public: "public money", total: "all money" } as const;

/** A plan with what it was found on. */
export interface ShownPlan {
  found: FoundPlan;
  /** What the page held when the question was asked. */
  view: ScenarioView;
  money: Money;
  /** Whom it is for: a city, or `all`. */
  city: string;
}

/** "twelve new initiatives in Lisbon and Nairobi": a plan in a sentence. */
export function planWords({ found, view }: Pick<ShownPlan, "found" | "view">): string {
  const count = found.plan.reduce((sum, { initiatives }) => sum + initiatives, 0);
  const cities = [...new Set(found.plan.map(({ city }) => nameOf(view, city)))];
  const where = cities.length > 3 ? `${cities.length} cities` : formatList(cities);
  return `${formatNumber(count)} new ${count === 1 ? "initiative" : "initiatives"} in ${where}`;
}

/**
 * A plan as a table of cities and dimensions, with cost and coverage before and after.
 * @param name tells it from the other plans of the page
 */
export function planTable(
  document: Document,
  { found, view, city: subject }: ShownPlan,
  name: string,
): HTMLElement {
  const { plan, simulated } = found;
  const { cities } = view.model.baseline;
  const used = dimensions.filter((dimension) => plan.some((part) => part.dimension === dimension));
  const before = view.result.years.at(-1)!;
  const ground = groundOf(view.model, scenarioOf(view.document));
  const rows = cities.flatMap((city, c) => {
    const own = plan.filter((part) => part.city === city);
    if (own.length === 0) return [];
    const cost = (money: Money) =>
      ground.ok
        ? formatEuro(
            own.reduce((sum, { dimension, initiatives }) => {
              const cell = c * dimensions.length + dimensions.indexOf(dimension);
              return sum + initiatives * ground.value.cost[money][cell]!;
            }, 0),
          )
        : "";
    return row(document, nameOf(view, city), [
      ...used.map((dimension) => {
        const part = own.find((part) => part.dimension === dimension);
        return part ? formatNumber(part.initiatives) : "";
      }),
      cost("public"),
      cost("total"),
      percent(before.cities[c]!.cityCoverage),
      percent(simulated.cities[c]!),
    ]);
  });
  const sums = used.map((dimension) =>
    formatNumber(plan.reduce((sum, part) => sum + (part.dimension === dimension ? part.initiatives : 0), 0)),
  );
  const total = row(document, `All ${cities.length} together`, [
    ...sums,
    formatEuro(simulated.public),
    formatEuro(simulated.total),
    percent(before.coverage),
    percent(simulated.coverage),
  ]);
  total.setAttribute("class", "total");
  const heads = ["City", ...used, "Public money a year", "All money a year", "Coverage before", "after"];
  const table = element(
    document,
    "table",
    {},
    element(document, "caption", {}, "New initiatives by city and dimension, with cost and coverage"),
    tableHead(document, heads, 1),
    element(document, "tbody", {}, ...rows, subject === everyCity && total),
  );
  const frame = scrollFrame(document, `Plan: ${name}`, table);
  frame.classList.add("plan-table");
  return frame;
}

function row(document: Document, head: string, cells: readonly string[]): HTMLTableRowElement {
  return element(
    document,
    "tr",
    {},
    element(document, "th", { scope: "row" }, head),
    ...cells.map((cell) => element(document, "td", { class: "number" }, cell)),
  );
}

/**
 * A line with the ranges of a scenario with the plan: they take a moment and come later.
 * @param client null where nothing can be drawn; then there is no line, nor where there is a single draw
 */
export function planRange(
  document: Document,
  client: ModelClient | null,
  { found, view, city }: ShownPlan,
): HTMLElement | null {
  // One draw has no range.
  if (!client || view.document.draws === 1) return null;
  const line = element(document, "p", { class: "plan-range" }, "Working out how sure that is …");
  const after: ScenarioDocument = withPlan(view.document, found.plan);
  const { draws, seed } = view.document;
  const scenario = scenarioOf(after);
  const { levers } = view.document;
  // What the scenario's own levers cost is none of the plan's: it is costed by itself.
  const alone = scenarioOf(withPlan({ ...view.document, levers: [] }, found.plan));
  Promise.all([
    client.ask("uncertainty", scenario, { draws, seed }),
    client.ask("uncertainty", scenarioOf(view.document), { draws, seed }),
    levers.length === 0 ? null : client.ask("uncertainty", alone, { draws, seed }),
  ]).then(
    ([now, before, byItself]) => {
      if (!now?.ok || !before?.ok || byItself?.ok === false) return line.remove();
      const { coverage } = bandsOf(now.value, view, city);
      const { publicChange, totalChange } = bandsOf((byItself ?? now).value, view, city);
      const money = `, and costs ${levers.length === 0 ? "" : "by itself "}${formatEuroRange(publicChange.p10, publicChange.p90)} of public money a year (${formatEuroRange(totalChange.p10, totalChange.p90)} of all money)`;
      const whom = whose(view, city);
      const reached = coverageRange(coverage);
      const without = coverageRange(bandsOf(before.value, view, city).coverage);
      line.textContent = `In 8 of 10 of ${formatNumber(draws)} simulations this plan brings ${whom} to ${reached} of ${shareOf(view.document.target)}${money}. Without it, ${whom} ${city === everyCity ? "have" : "has"} ${without}.`;
    },
    () => line.remove(),
  );
  return line;
}

function bandsOf({ all, cities }: Uncertainty, { model }: ScenarioView, city: string): LastYear {
  return city === everyCity ? all : cities[model.baseline.cities.indexOf(city)]!;
}

/** New initiatives count whatever they cost: then coverage has no range. */
function coverageRange({ p10, p90 }: Band): string {
  return percent(p10) === percent(p90) ? percent(p10) : `${percent(p10)} to ${percent(p90)}`;
}
