import { formatEuro } from "../components/euro.js";
import type { Cost, Result } from "../model/simulate.js";
import { countWords, lastOf, placeInView } from "../scenario-charts/reading.js";
import type { ScenarioView } from "../scenario-charts/scenario-view.js";

/** Differences of money below this are not told. */
const noticeable = 500;

type Payers = Pick<Cost, "public" | "private">;

/**
 * The bill: who pays what in the last year, and over all years together, each in whole and against the scenario without
 * levers. "In 2031 public money pays about €9.2 million and others €11 million: …". Others are businesses, foundations
 * and associations. Nothing is discounted.
 */
export function billSentences(view: ScenarioView): string[] {
  const { document, result, baseline } = view;
  const [then, now] = [lastYearOf(view, baseline), lastYearOf(view, result)];
  const [before, after] = [together(view, baseline), together(view, result)];
  const years = document.horizon;
  const pays = ({ public: own, private: other }: Payers) =>
    `public money pays about ${formatEuro(own)} and others ${formatEuro(other)}`;
  if (document.levers.length === 0)
    return years === 1
      ? []
      : [`Over the ${countWords(years)} years together, not discounted, ${pays(after)}.`];
  return [
    `In ${lastOf(result).year} ${pays(now)}, ${against(then, now, "at the mapping")}.`,
    ...(years === 1
      ? []
      : [
          `Over the ${countWords(years)} years together, not discounted, ${pays(after)}, ${against(before, after, "without levers")}.`,
        ]),
  ];
}

/** "€1.2 million more and €500,000 less than at the mapping", "as much as at the mapping". */
function against(before: Payers, after: Payers, when: string): string {
  const changes = [after.public - before.public, after.private - before.private];
  if (changes.every((change) => Math.abs(change) < noticeable)) return `as much as ${when}`;
  const [own, other] = changes.map((change) =>
    Math.abs(change) < noticeable
      ? "as much"
      : `${formatEuro(Math.abs(change))} ${change < 0 ? "less" : "more"}`,
  );
  // "As much" takes another word behind it than "less" and "more".
  if (own === "as much") return `as much and ${other} than ${when}`;
  if (other === "as much") return `${own} than ${when} and as much`;
  return `${own} and ${other} than ${when}`;
}

const lastYearOf = (view: ScenarioView, result: Result): Payers => costIn(view, lastOf(result));

/** The sum of all years after the mapping. */
function together(view: ScenarioView, { years }: Result): Payers {
  const costs = years.slice(1).map((year) => costIn(view, year));
  const sum = (payer: keyof Payers) => costs.reduce((total, cost) => total + cost[payer], 0);
  return { public: sum("public"), private: sum("private") };
}

function costIn(view: ScenarioView, year: Result["years"][number]): Payers {
  const place = placeInView(view);
  return place < 0 ? year.cost : year.cities[place]!.cost;
}
