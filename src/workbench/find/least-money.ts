import { percent } from "../../components/format.js";
import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { Money } from "../../model/search/ground.js";
import { eachCity, everyCity } from "../../model/levers/every-city.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { scenarioOf } from "../../scenario/document.js";
import { inYears, nameOf, shareOf } from "../../scenario-charts/reading.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { coverageWith, whose } from "./attained.js";
import { moneyField } from "./best-use.js";
import { cityField } from "./city-field.js";
import { readAll, typedField } from "./fields.js";
import { leastMoneyProofWords } from "./proof-words.js";
import { planAnswer } from "./plan-answer.js";
import { questionForm, questionLine } from "./question-form.js";
import { howFound, tiesOfLeastMoney } from "./how-found.js";
import { moneyNames, planWords, type ShownPlan } from "./plan.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { raiseTarget } from "../raise-target.js";
import { coverageForm } from "../numbers/number-form.js";
import { numberWords } from "../numbers/number-words.js";
import type { Workbench } from "../store.js";

/** A field for a coverage. */
export function coverageField(document: Document, before: string, value: string) {
  return typedField(document, { before, value, size: 5 }, coverageForm);
}

/** "Least public money to bring every city to a coverage of 90 %". */
export function leastMoneyQuestion(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
): HTMLElement {
  const money = moneyField(document, "Least");
  const city = cityField(
    document,
    workbench,
    "to bring",
    [
      { value: everyCity, label: "all cities together" },
      { value: eachCity, label: "every city" },
    ],
    eachCity,
  );
  const coverage = coverageField(document, "to a coverage of", "90 %");
  const search = searchArea(document, workbench, scenarioPart);

  const onAsk = () => {
    const values = readAll<{ money: Money; city: string; coverage: number }>({ money, city, coverage });
    if (!client || !values) return;
    const { view } = workbench;
    const aim = `${brought(view, values.city)} to ${aimWords(view, values.coverage)}`;
    void search.ask<FoundPlan>({
      running: `Looking for the least ${moneyNames[values.money]} that brings ${aim}`,
      question: () => client.newest("leastMoney", scenarioOf(view.document), values),
      stop: () => client.stop("leastMoney"),
      answer: (found, apply) => {
        const subject = values.city === eachCity ? everyCity : values.city;
        const shown = { found, view, money: values.money, city: subject };
        const objective = `the least ${moneyNames[values.money]} a year that brings ${aim}`;
        return planAnswer(document, client, {
          name: "least money",
          shown,
          sentence: leastMoneySentence(shown, values.city, values.coverage),
          instead: raiseTarget(document, workbench, subject, onAsk),
          unproved: leastMoneyProofWords(shown),
          how: howFound(document, shown, objective, tiesOfLeastMoney),
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
  const years = inYears(view.document.horizon);
  const has = city === everyCity ? "have" : "has";
  if (found.plan.length === 0)
    return `Nothing is needed: ${brought(view, city)} ${has} ${aimWords(view, coverage)} or more already.`;
  const { simulated } = found;
  const rest = simulated.total - simulated.public;
  const paid =
    shown.money === "public"
      ? `${formatEuro(simulated.public)} of public money a year, beside ${formatEuro(rest)} that others pay`
      : `${formatEuro(simulated.total)} of all money a year, ${formatEuro(simulated.public)} of it public`;
  const result =
    city === everyCity
      ? `they then have ${percent(simulated.coverage)}`
      : city === eachCity
        ? `the least is then ${percent(simulated.weakestCity.coverage)} (${nameOf(view, simulated.weakestCity.city)}), all together ${percent(simulated.coverage)}`
        : `it then has ${percent(coverageWith(view, simulated, city))}`;
  // What is not proved to be the least is enough all the same.
  const end = found.proof.kind === "proved" ? "least" : "most";
  return `To bring ${brought(view, city)} to ${aimWords(view, coverage)} ${years} takes at ${end} ${paid}, for ${planWords(shown)}; ${result}.`;
}

/** "all cities together", "every city", "Lisbon". */
function brought(view: Pick<ScenarioView, "model">, city: string): string {
  return city === eachCity ? "every city" : whose(view, city);
}

/** "90 % of the median of the mapped cities": a coverage as it was asked for. */
function aimWords({ document }: ScenarioView, coverage: number): string {
  return `${numberWords(coverage, coverageForm)} of ${shareOf(document.target)}`;
}
