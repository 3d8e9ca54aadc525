import { element } from "../../components/element.js";
import { siteLink } from "../../components/site-root.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import { decidesTables } from "./robust-decides.js";
import { partsTable, plansTable } from "./robust-tables.js";
import { robustSentence, testedWords } from "./robust-words.js";
import type { TestedQuestion } from "./tested-question.js";

/** How sure a plan is: sentences first, then what they rest on. */
export function robustAnswer(
  document: Document,
  question: TestedQuestion,
  choice: RobustChoice,
): HTMLElement {
  return element(
    document,
    "div",
    { class: "robust-answer" },
    element(document, "p", { class: "sentence" }, robustSentence(question.view, choice)),
    plansTable(document, question, choice),
    partsTable(document, question, choice),
    ...decidesTables(document, question, choice),
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
