import { element } from "../../components/element.js";
import { siteLink } from "../../components/site-root.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import { LiveScenarioFigure } from "../../scenario-charts/live-scenario-figure.js";
import { overturningPicture } from "../../scenario-charts/overturning.js";
import type { ScenarioPicture } from "../../scenario-charts/picture.js";
import { regretPicture } from "../../scenario-charts/regret.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import { testedSources, type TestedView } from "../../scenario-charts/tested-view.js";
import { worthOfKnowing } from "../../scenario-charts/worth-of-knowing.js";
import { versionsOf } from "../versions-line.js";
import { assumptionsIn } from "./assumptions-in.js";
import { csvOffer } from "./csv-offer.js";
import { levelName } from "./objective.js";
import { decidesTables } from "./robust-decides.js";
import { overturningFile, partsFile, plansFile, type RobustFile } from "./robust-files.js";
import { partsTable, plansTable } from "./robust-tables.js";
import { robustSentence, testedWords } from "./robust-words.js";
import type { TestedQuestion } from "./tested-question.js";
import { testedRow } from "./tested-row.js";

/**
 * How sure a plan is: sentences first, then what they rest on, with pictures and files.
 * @param link opens the scenario that the plan was tested in
 */
export function robustAnswer(
  context: ScenarioContext,
  question: TestedQuestion,
  choice: RobustChoice,
  link: string,
): HTMLElement {
  const { document } = context;
  const { view, objective, city } = question;
  const place = question.name.replaceAll(" ", "-");
  const tested: TestedView = {
    model: view.model,
    document: view.document,
    choice,
    level: levelName(view, objective, city),
    assumptions: assumptionsIn(view),
    asked: testedRow(question, choice, link),
  };
  const ofTest: ScenarioContext = {
    ...context,
    heading: "h3",
    versions: () => versionsOf({ ...view.document, draws: choice.draws }, view.model),
    scenarioLink: () => link,
  };
  const pictured = (picture: ScenarioPicture<TestedView>) =>
    new LiveScenarioFigure(picture, tested, ofTest).frame;
  const saved = (file: RobustFile) => csvOffer(context, file, tested.asked, testedSources(tested));
  return element(
    document,
    "div",
    { class: "robust-answer" },
    element(document, "p", { class: "sentence" }, robustSentence(question.view, choice)),
    plansTable(document, question, choice, {
      picture: pictured(regretPicture(`${place}-regret`)),
      file: saved(plansFile(question, choice)),
    }),
    partsTable(document, question, choice, { file: saved(partsFile(question, choice)) }),
    ...decidesTables(document, question, choice, {
      overturning: {
        picture: pictured(overturningPicture(`${place}-overturning`)),
        file: saved(overturningFile(question, choice)),
      },
      finding: pictured(worthOfKnowing(`${place}-worth`)),
    }),
    element(
      document,
      "details",
      { class: "how-found" },
      element(document, "summary", {}, "How this was tested"),
      element(
        document,
        "ul",
        {},
        ...testedWords(question, choice).map((line) => element(document, "li", {}, line)),
        element(
          document,
          "li",
          {},
          "Every measure, with its formula and source: ",
          element(
            document,
            "a",
            { href: siteLink("/guide/scenarios#how-sure-is-a-plan") },
            "How sure is a plan?",
          ),
        ),
      ),
    ),
  );
}
