import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import type { Objective } from "../../model/search/aim.js";
import type { FoundPlan, Outlook } from "../../model/search/found.js";
import type { Money } from "../../model/search/ground.js";
import type { Limits } from "../../model/search/limits.js";
import { targetWords, toldApart } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { chosenField, readAll, typedField } from "./fields.js";
import { questionForm, questionLine, applyButton } from "./question-form.js";
import { howFound, tiesOfBestUse } from "./how-found.js";
import { limitFields } from "./limits.js";
import { moneyNames, nameOf, planRange, planTable, planWords, two, type ShownPlan } from "./plan.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { euroForm } from "../numbers/number-form.js";
import type { Workbench } from "../store.js";

/** Objectives in the words of the form, and as they stand in a sentence. */
export const objectiveNames: Readonly<Record<Objective, { option: string; sought: string }>> = {
  coverage: { option: "most coverage", sought: "the highest coverage of all cities together" },
  "weakest-city": { option: "the weakest city", sought: "the highest coverage of the city with the least" },
  "weakest-dimension": {
    option: "the weakest dimension",
    sought: "the highest mean coverage of the dimension with the least",
  },
};

/** The most that the field takes: a hundred times what all initiatives of the eight cities cost. */
const mostMoney = 1e10;

/** "Best use of €2,000,000 a year": the plan of new initiatives that does most for a budget. */
export function bestUseQuestion(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
): HTMLElement {
  const budget = typedField(
    document,
    { before: "Best use of €", after: "a year", value: "2,000,000", size: 11 },
    euroForm(1, mostMoney),
  );
  const money = moneyField(document, "of");
  const objective = chosenField<Objective>(
    document,
    "for",
    (Object.keys(objectiveNames) as Objective[]).map((value) => ({
      value,
      label: objectiveNames[value].option,
    })),
    "coverage",
  );
  const limits = limitFields(document, workbench.model);
  const search = searchArea(document, workbench, scenarioPart);

  const onAsk = () => {
    const allowed = limits.read();
    const values = readAll<{ budget: number; money: Money; objective: Objective }>({
      budget,
      money,
      objective,
    });
    if (!client || !values || !allowed) return;
    const { view } = workbench;
    const words = `the best use of ${formatEuro(values.budget)} of ${moneyNames[values.money]} a year`;
    void search.ask<FoundPlan>({
      running: `Looking for ${words}`,
      question: () => client.newest("bestUse", scenarioOf(view.document), { ...values, limits: allowed }),
      stop: () => client.stop("bestUse"),
      answer: (found, apply) => {
        const shown = { found, view, money: values.money };
        return planAnswer(document, client, {
          name: "best use",
          shown,
          sentence: bestUseSentence(shown, values.budget, values.objective, allowed),
          how: howFound(document, view, objectiveNames[values.objective].sought, tiesOfBestUse),
          apply: () =>
            apply((now) => withPlan(now, found.plan), `Best use of ${formatEuro(values.budget)} a year`),
        });
      },
    });
  };
  return element(
    document,
    "div",
    { class: "find-one" },
    questionForm(
      document,
      { name: "Where does the money do most?", button: "Find best use", able: client !== null },
      search,
      onAsk,
      questionLine(document, budget.field, money.field, objective.field),
      limits.fields,
    ),
    search.area,
  );
}

/** Public money or all of it, as part of a sentence. */
export function moneyField(document: Document, before: string) {
  return chosenField<Money>(
    document,
    before,
    (Object.keys(moneyNames) as Money[]).map((value) => ({ value, label: moneyNames[value] })),
    "public",
  );
}

/** What an answer with a plan is made of. */
export interface PlanAnswer {
  /** Tells its table from others of the page. */
  name: string;
  shown: ShownPlan;
  sentence: string;
  how: HTMLElement;
  apply: () => void;
}

/** A plan as an answer: the sentence, the table, how sure it is, how it was found, and the button to apply it. */
export function planAnswer(
  document: Document,
  client: ModelClient | null,
  { name, shown, sentence, how, apply }: PlanAnswer,
): HTMLElement {
  const note = differenceWords(shown.found);
  const some = shown.found.plan.length > 0;
  return element(
    document,
    "div",
    { class: "plan" },
    element(document, "p", { class: "sentence" }, sentence),
    note ? element(document, "p", { class: "answer-note" }, note) : null,
    some ? planTable(document, shown, name) : null,
    some ? planRange(document, client, shown) : null,
    some ? applyButton(document, planWords(shown), apply) : null,
    how,
  );
}

/** Why a plan does other than the search counted, with both figures; null where the two agree. */
export function differenceWords({ exact, planned, simulated }: FoundPlan): string | null {
  if (exact) return null;
  const [counted, given] = [planned, simulated].map(({ coverage }) => coverage.toFixed(3));
  return `The search counted a coverage of ${counted}; the simulation gives ${given}, because money that fills gaps first goes elsewhere once new initiatives close them.`;
}

/** What the best use of a budget is and does, in a sentence. */
export function bestUseSentence(
  shown: ShownPlan,
  budget: number,
  objective: Objective,
  limits: Limits,
): string {
  const { found, view, money } = shown;
  const year = view.result.years.at(-1)!.year;
  const aim = {
    coverage: "coverage",
    "weakest-city": "the weakest city",
    "weakest-dimension": "the weakest dimension",
  };
  const allowed = Object.keys(limits).length > 0 ? " within what you allow" : "";
  if (found.plan.length === 0)
    return `${formatEuro(budget)} of ${moneyNames[money]} a year pays for no whole initiative that raises ${aim[objective]}${allowed}, or nothing more can be raised: coverage of all cities together stays at ${two(found.simulated.coverage)}.`;
  const spent = found.simulated[money];
  // Sums are told to two figures: what is left below a twentieth of the budget cannot be told from none.
  const left =
    budget - spent > budget / 20
      ? `, and ${formatEuro(budget - spent)} is left for which nothing more is to be had`
      : "";
  const counted = `coverage of all cities together ${riseWords(view.result.years.at(-1)!.coverage, found.simulated.coverage)}`;
  const weakest = objective === "coverage" ? "" : `${weakestWords(view, objective, found.simulated)}; `;
  return `With ${formatEuro(spent)} of ${moneyNames[money]} a year for ${planWords(shown)}, ${weakest}${counted}, measured against ${targetWords(view.document.target)} in ${year}${left}.`;
}

/** "rises from 0.83 to 0.94"; with more decimals where two do not show a rise. */
export function riseWords(before: number, after: number): string {
  const [from, to] = toldApart(before, after);
  return from === to ? `stays at ${two(after)}` : `rises from ${from} to ${to}`;
}

function weakestWords(
  view: ScenarioView,
  objective: Objective,
  { weakestCity, weakestDimension }: Outlook,
): string {
  return objective === "weakest-city"
    ? `no city that counts stands below ${two(weakestCity.coverage)} (${nameOf(view, weakestCity.city)})`
    : `no dimension stands below ${two(weakestDimension.coverage)} (${weakestDimension.dimension})`;
}
