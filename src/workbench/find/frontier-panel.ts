import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import type { Objective } from "../../model/search/aim.js";
import type { FrontierPoint } from "../../model/search/frontier.js";
import type { Money } from "../../model/search/ground.js";
import { frontier } from "../../scenario-charts/frontier.js";
import { LiveScenarioFigure } from "../../scenario-charts/live-scenario-figure.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { withPlan } from "./add-plan.js";
import { bestUseSentence, moneyField, objectiveNames, planAnswer } from "./best-use.js";
import { chosenField, readAll } from "./fields.js";
import { questionForm, questionLine } from "./question-form.js";
import { howFound, tiesOfBestUse } from "./how-found.js";
import { moneyNames } from "./plan.js";
import { scenarioPart, searchArea } from "./search-area.js";
import { frontierSentence, frontierTable, levelNames, levelOf } from "./frontier-table.js";
import type { Workbench } from "../store.js";

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
  const objective = chosenField<Objective>(
    document,
    "does at best for",
    (Object.keys(objectiveNames) as Objective[]).map((value) => ({
      value,
      label: objectiveNames[value].option,
    })),
    "coverage",
  );
  const search = searchArea(document, workbench, scenarioPart);

  const onAsk = () => {
    const values = readAll<{ money: Money; objective: Objective }>({ money, objective });
    if (!client || !values) return;
    const { view } = workbench;
    void search.ask<FrontierPoint[]>({
      running: `Drawing the best use of every budget of ${moneyNames[values.money]}`,
      question: () => client.newest("frontier", scenarioOf(view.document), values),
      stop: () => client.stop("frontier"),
      answer: (points, apply) => {
        const chosen = element(document, "div", { class: "chosen-point", tabindex: -1 });
        const choose = (point: FrontierPoint) => {
          const shown = { found: point, view, money: values.money };
          chosen.replaceChildren(
            element(document, "h4", {}, `Up to ${formatEuro(point.budget)} a year`),
            planAnswer(document, client, {
              name: "point of the frontier",
              shown,
              sentence: bestUseSentence(shown, point.budget, values.objective, {}),
              how: howFound(document, view, objectiveNames[values.objective].sought, tiesOfBestUse),
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
            points: points.map((point) => ({
              budget: point.budget,
              coverage: levelOf(values.objective, point.simulated),
            })),
            // Budgets are counted from the scenario on the page: it stands at the first point.
            current: null,
            objective: levelNames[values.objective],
            money: values.money,
            onPoint: (index) => choose(points[index]!),
          },
          { ...context, heading: "h3" },
        );
        return element(
          document,
          "div",
          { class: "frontier" },
          element(
            document,
            "p",
            { class: "sentence" },
            frontierSentence(view, points, values.money, values.objective),
          ),
          picture.frame,
          frontierTable(document, view, points, values.money, choose),
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
      { name: "How much for how much?", button: "Draw the frontier", able: client !== null },
      search,
      onAsk,
      questionLine(document, money.field, objective.field),
    ),
    search.area,
  );
}
