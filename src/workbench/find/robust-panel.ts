import { fetchPart } from "../../components/fetch-part.js";
import { element } from "../../components/element.js";
import { formatEuro } from "../../components/euro.js";
import { everyCity } from "../../model/levers/every-city.js";
import { robustDraws, type RobustChoice } from "../../model/search/robust-choice.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { linkTo } from "../copy-link.js";
import type { TestedQuestion } from "./tested-question.js";
import { searchArea } from "./search-area.js";
import type { Workbench } from "../store.js";

/** A place where the plan of an answer is tested. */
export interface RobustPanel {
  panel: HTMLElement;
  /** Takes the plan that is to be tested; null ends what runs and takes the last answer away. */
  about: (question: TestedQuestion | null) => void;
}

/**
 * "How sure is this plan?": the search run anew with drawn assumptions, once the reader asks for it. It tests the plan of
 * the answer that it stands in, in the scenario that the plan was found for.
 * @param client null where nobody can answer, as when the page is built
 * @param context of its pictures
 */
export function robustPanel(
  workbench: Workbench,
  client: ModelClient | null,
  context: ScenarioContext,
): RobustPanel {
  const { document } = context;
  let question: TestedQuestion | null = null;
  const search = searchArea(document, workbench, () => null, {
    again: "Test again",
    answered: "Tested.",
    endsWithChange: true,
  });
  const test = element(document, "button", { type: "button", class: "act to-test" }, "Test the plan");
  const onTest = () => {
    if (!client || !question) return;
    const asked = question;
    const { document: scenario } = asked.view;
    const { seed } = scenario;
    // What shows the answer comes while the draws are counted: most readers never test a plan.
    const coming = fetchPart(import("./robust-answer.js"), "robustAnswer");
    coming.catch(() => {});
    let answerWith: Awaited<typeof coming>;
    void search.ask<RobustChoice>({
      running: `Testing the best use of ${formatEuro(asked.budget)} a year with ${robustDraws.default} sets of assumptions`,
      counted: "draws",
      question: async (onProgress) => {
        const outcome = await client.followed(onProgress, "robustChoice", scenarioOf(scenario), {
          budget: asked.budget,
          objective: asked.objective,
          money: asked.money,
          limits: asked.limits,
          seed,
          ...(asked.city === everyCity ? {} : { city: asked.city }),
        });
        answerWith = await coming;
        return outcome;
      },
      stop: () => client.stop("robustChoice"),
      answer: (choice) => answerWith(context, asked, choice, linkTo(document, workbench, scenario)),
    });
  };
  test.addEventListener("click", onTest);
  const panel = element(
    document,
    "details",
    { class: "robust" },
    element(document, "summary", {}, "How sure is this plan?"),
    element(
      document,
      "p",
      { class: "meaning" },
      `The plan is best with central assumptions. The test draws others ${robustDraws.default} times, looks for the best plan of each draw, and sees how this one does there.`,
    ),
    test,
    search.area,
  );
  search.belongsTo(panel, onTest);
  return {
    panel,
    about(next) {
      question = next;
      search.reset();
      if (next === null) panel.open = false;
    },
  };
}
