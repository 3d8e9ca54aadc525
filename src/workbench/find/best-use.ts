import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import type { Objective } from "../../model/search/aim.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { Money } from "../../model/search/ground.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { bestUseSentence } from "./best-use-words.js";
import { chosenField, readAll, typedField } from "./fields.js";
import { questionForm, questionLine } from "./question-form.js";
import { howFound, tiesOfBestUse } from "./how-found.js";
import { limitFields, limitsOf } from "./limits.js";
import { objectiveField, soughtWords } from "./objective.js";
import { mostMoney } from "./most-money.js";
import { moneyNames } from "./plan.js";
import { bestUseProofWords } from "./proof-words.js";
import { planAnswer } from "./plan-answer.js";
import { robustPanel } from "./robust-panel.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { raiseTarget } from "../raise-target.js";
import { euroForm } from "../numbers/number-form.js";
import type { Workbench } from "../store.js";

/** Tells its answer from other plans of the page. */
const name = "best use";

/**
 * "Best use of €2,000,000 a year": the plan of new initiatives that does most for a budget.
 * @param client null where nobody can answer, as when the page is built
 * @param context of the pictures of how sure the plan is
 */
export function bestUseQuestion(
  workbench: Workbench,
  client: ModelClient | null,
  context: ScenarioContext,
): HTMLElement {
  const { document } = context;
  const budget = typedField(
    document,
    { before: "Best use of €", after: "a year", value: "2,000,000", size: 11 },
    euroForm(1, mostMoney),
  );
  const money = moneyField(document, "of");
  const limits = limitFields(document, workbench);
  const objective = objectiveField(document, "for", limits.where, "all");
  const search = searchArea(document, workbench, scenarioPart);
  const test = robustPanel(workbench, client, context);

  const onAsk = () => {
    const chosen = limits.read();
    const values = readAll<{ budget: number; money: Money; objective: Objective }>({
      budget,
      money,
      objective,
    });
    if (!client || !values || !chosen) return;
    const { city } = chosen;
    const { view } = workbench;
    const allowed = limitsOf(view.model.baseline.cities, chosen);
    test.about(null);
    const words = `the best use of ${formatEuro(values.budget)} of ${moneyNames[values.money]} a year`;
    void search.ask<FoundPlan>({
      running: `Looking for ${words}`,
      question: () => client.newest("bestUse", scenarioOf(view.document), { ...values, limits: allowed }),
      stop: () => client.stop("bestUse"),
      answer: (found, apply) => {
        const shown = { found, view, money: values.money, city };
        test.about({ ...shown, name, budget: values.budget, objective: values.objective, limits: allowed });
        return planAnswer(document, client, {
          name,
          shown,
          sentence: bestUseSentence(shown, values.budget, values.objective, allowed),
          instead: raiseTarget(document, workbench, city, onAsk),
          test: test.panel,
          unproved: bestUseProofWords(shown, values.objective),
          how: howFound(document, shown, soughtWords(view, values.objective, city), tiesOfBestUse),
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
      {
        name: "Where does the money do most?",
        button: "Find best use",
        able: client !== null,
        heading: "h2",
      },
      search,
      onAsk,
      questionLine(document, budget.field, money.field, limits.where.field, objective.field),
      element(
        document,
        "details",
        { class: "more-limits" },
        element(document, "summary", {}, "Limits"),
        limits.fields,
      ),
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
