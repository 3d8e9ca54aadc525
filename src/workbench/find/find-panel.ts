import { element } from "../../components/element.js";
import type { ModelClient } from "../../workers/model-client.js";
import { goalSeekQuestion } from "./goal-seek.js";
import { leastMoneyQuestion } from "./least-money.js";
import type { Workbench } from "../store.js";

/**
 * Questions that the model answers by searching: what a goal costs, and how far a lever may go. Where money does most
 * stands above the levers. Every answer starts from the scenario on the page and can be applied to it as one step.
 * @param client null where nobody can answer, as when the page is built: then the buttons are disabled
 */
export function findPanel(document: Document, workbench: Workbench, client: ModelClient | null): HTMLElement {
  return element(
    document,
    "section",
    { class: "find", "aria-labelledby": "find" },
    element(document, "h2", { id: "find" }, "Find"),
    element(
      document,
      "p",
      { class: "meaning" },
      "The model can search for you. Each answer starts from the scenario above, says what it counts as best, and can be applied.",
    ),
    leastMoneyQuestion(document, workbench, client),
    goalSeekQuestion(document, workbench, client),
  );
}
