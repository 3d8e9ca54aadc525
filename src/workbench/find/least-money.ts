import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { Money } from "../../model/search/ground.js";
import { eachCity, everyCity } from "../../model/levers/every-city.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { scenarioOf } from "../../scenario/document.js";
import { targetWords } from "../../scenario-charts/reading.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { chosenField, readAll, typedField } from "./fields.js";
import { moneyField, planAnswer } from "./best-use.js";
import { questionForm, questionLine } from "./question-form.js";
import { howFound, tiesOfLeastMoney } from "./how-found.js";
import { moneyNames, nameOf, planWords, two, type ShownPlan } from "./plan.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { shareForm } from "../numbers/number-form.js";
import type { Workbench } from "../store.js";

/** A field for a coverage. */
export function coverageField(document: Document, before: string, value: string) {
  return typedField(document, { before, value, size: 5 }, shareForm);
}

/** "Least public money to bring every city to a coverage of 0.9". */
export function leastMoneyQuestion(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
): HTMLElement {
  const { cities, names } = workbench.model.baseline;
  const money = moneyField(document, "Least");
  const city = chosenField(
    document,
    "to bring",
    [
      { value: everyCity, label: "all cities together" },
      { value: eachCity, label: "every city" },
      ...cities.map((value) => ({ value, label: names.get(value) ?? value })),
    ],
    eachCity,
  );
  const coverage = coverageField(document, "to a coverage of", "0.9");
  const search = searchArea(document, workbench, scenarioPart);

  const onAsk = () => {
    const values = readAll<{ money: Money; city: string; coverage: number }>({ money, city, coverage });
    if (!client || !values) return;
    const { view } = workbench;
    const aim = `${whose(view, values.city)} to a coverage of ${values.coverage}`;
    void search.ask<FoundPlan>({
      running: `Looking for the least ${moneyNames[values.money]} that brings ${aim}`,
      question: () => client.newest("leastMoney", scenarioOf(view.document), values),
      stop: () => client.stop("leastMoney"),
      answer: (found, apply) => {
        const shown = { found, view, money: values.money };
        const objective = `the least ${moneyNames[values.money]} a year that brings ${aim}`;
        return planAnswer(document, client, {
          name: "least money",
          shown,
          sentence: leastMoneySentence(shown, values.city, values.coverage),
          how: howFound(document, view, objective, tiesOfLeastMoney),
          apply: () =>
            apply((now) => withPlan(now, found.plan), `Least ${moneyNames[values.money]} to bring ${aim}`),
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
      { name: "What does a goal cost?", button: "Find least money", able: client !== null },
      search,
      onAsk,
      questionLine(document, money.field, city.field, coverage.field),
    ),
    search.area,
  );
}

/** What a coverage costs at least, and who pays, in a sentence. */
function leastMoneySentence(shown: ShownPlan, city: string, coverage: number): string {
  const { found, view } = shown;
  const year = view.result.years.at(-1)!.year;
  const against = `measured against ${targetWords(view.document.target)}`;
  const is = city === everyCity ? "are" : "is";
  if (found.plan.length === 0)
    return `Nothing is needed: ${whose(view, city)} ${is} at a coverage of ${coverage} or above in ${year} already, ${against}.`;
  const { simulated } = found;
  const rest = simulated.total - simulated.public;
  const paid =
    shown.money === "public"
      ? `${formatEuro(simulated.public)} of public money a year, beside ${formatEuro(rest)} that others pay`
      : `${formatEuro(simulated.total)} of all money a year, ${formatEuro(simulated.public)} of it public`;
  const result =
    city === everyCity
      ? `coverage is then ${two(simulated.coverage)}`
      : city === eachCity
        ? `the least is then ${two(simulated.weakestCity.coverage)} (${nameOf(view, simulated.weakestCity.city)}), all together ${two(simulated.coverage)}`
        : `its coverage is then ${two(simulated.cities[view.model.baseline.cities.indexOf(city)]!)}, all together ${two(simulated.coverage)}`;
  return `To bring ${whose(view, city)} to a coverage of ${coverage} by ${year} takes at least ${paid}, for ${planWords(shown)}; ${result}, ${against}.`;
}

/** "all cities together", "every city", "Lisbon". */
function whose(view: Pick<ScenarioView, "model">, city: string): string {
  if (city === everyCity) return "all cities together";
  return city === eachCity ? "every city" : nameOf(view, city);
}
