import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import type { FrontierPoint } from "../../model/search/frontier.js";
import { frontier } from "../../scenario-charts/frontier.js";
import { LiveScenarioFigure } from "../../scenario-charts/live-scenario-figure.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { everyCity } from "../../model/levers/every-city.js";
import { moneyField } from "./best-use.js";
import { bestUseSentence } from "./best-use-words.js";
import { cityField } from "./city-field.js";
import { readAll } from "./fields.js";
import { limitsIn } from "./limits.js";
import { levelName, levelOf, objectiveField, soughtWords } from "./objective.js";
import { bestUseProofWords, frontierProofWords } from "./proof-words.js";
import { planAnswer } from "./plan-answer.js";
import { questionForm, questionLine } from "./question-form.js";
import { howFound, tiesOfBestUse } from "./how-found.js";
import { moneyNames } from "./plan.js";
import { robustPanel } from "./robust-panel.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { frontierSentence, frontierTable, type FrontierAsked } from "./frontier-table.js";
import type { Workbench } from "../store.js";

/** Tells the plan of a point from other plans of the page. */
const name = "point of the frontier";

/**
 * "How much for how much": the best use of every budget from nothing to all that helps. A point of it shows its plan,
 * which can be applied.
 * @param client null where nobody can answer, as when the page is built
 * @param context of the picture's frame
 */
export function frontierPanel(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
  context: ScenarioContext,
): HTMLElement {
  const money = moneyField(document, "What every sum of");
  const where = cityField(document, workbench, "in", [{ value: everyCity, label: "all cities" }], everyCity);
  const objective = objectiveField(document, "does at best for", where, everyCity);
  const search = searchArea(document, workbench, scenarioPart);
  const test = robustPanel(workbench, client, context);

  const onAsk = () => {
    const values = readAll<FrontierAsked>({ money, objective, city: where });
    if (!client || !values) return;
    const { view } = workbench;
    const limits = limitsIn(view.model.baseline.cities, values.city);
    test.about(null);
    void search.ask<FrontierPoint[]>({
      running: `Drawing the best use of every budget of ${moneyNames[values.money]}`,
      question: () =>
        client.newest("frontier", scenarioOf(view.document), {
          money: values.money,
          objective: values.objective,
          limits,
        }),
      stop: () => client.stop("frontier"),
      answer: (points, apply) => {
        const chosen = element(document, "div", { class: "chosen-point", tabindex: -1 });
        const choose = (point: FrontierPoint) => {
          const shown = { found: point, view, money: values.money, city: values.city };
          test.about({ ...shown, name, budget: point.budget, objective: values.objective, limits });
          chosen.replaceChildren(
            element(document, "h4", {}, `Up to ${formatEuro(point.budget)} a year`),
            planAnswer(document, client, {
              name,
              shown,
              sentence: bestUseSentence(shown, point.budget, values.objective, {}),
              test: test.panel,
              unproved: bestUseProofWords(shown, values.objective),
              how: howFound(document, shown, soughtWords(view, values.objective, values.city), tiesOfBestUse),
              apply: () =>
                apply((now) => withPlan(now, point.plan), `Best use of ${formatEuro(point.budget)} a year`),
            }),
          );
          search.follow();
          chosen.focus();
        };
        const picture = new LiveScenarioFigure(
          frontier,
          {
            model: view.model,
            document: view.document,
            points: points.map((point) => ({
              budget: point.budget,
              spent: point.simulated[values.money],
              coverage: levelOf(view, values.objective, point.simulated, values.city),
            })),
            // Budgets are counted from the scenario on the page: it stands at the first point.
            current: null,
            objective: levelName(view, values.objective, values.city),
            money: values.money,
            onPoint: (index) => choose(points[index]!),
          },
          { ...context, heading: "h3" },
        );
        const unproved = frontierProofWords(points);
        return element(
          document,
          "div",
          { class: "frontier" },
          element(document, "p", { class: "sentence" }, frontierSentence(view, points, values)),
          unproved && element(document, "p", { class: "answer-note" }, unproved),
          picture.frame,
          frontierTable(document, view, points, values, choose),
          chosen,
        );
      },
    });
  };
  return element(
    document,
    "section",
    { class: "find-one frontier-panel" },
    questionForm(
      document,
      { name: "What does each budget achieve?", button: "Draw the frontier", able: client !== null },
      search,
      onAsk,
      questionLine(document, money.field, where.field, objective.field),
    ),
    search.area,
  );
}
