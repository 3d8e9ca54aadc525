import { element } from "../../components/element.js";
import type { ModelClient } from "../../workers/model-client.js";
import { planRange, planTable, planWords, type ShownPlan } from "./plan.js";
import { applyButton } from "./question-form.js";

/** What an answer with a plan is made of. */
export interface PlanAnswer {
  /** Tells its table from others of the page. */
  name: string;
  shown: ShownPlan;
  sentence: string;
  /** What is not proved of it; null where all is. */
  unproved: string | null;
  /** What else can be done where there is no plan. */
  instead?: HTMLElement | null;
  /** Where the plan can be tested. */
  test?: HTMLElement | null;
  how: HTMLElement;
  apply: () => void;
}

/** A plan as an answer: the sentence, the table, how sure it is, how it was found, and the button to apply it. */
export function planAnswer(
  document: Document,
  client: ModelClient | null,
  { name, shown, sentence, unproved, instead = null, test = null, how, apply }: PlanAnswer,
): HTMLElement {
  const some = shown.found.plan.length > 0;
  return element(
    document,
    "div",
    { class: "plan" },
    element(document, "p", { class: "sentence" }, sentence),
    unproved ? element(document, "p", { class: "answer-note" }, unproved) : null,
    some ? planTable(document, shown, name) : instead,
    some ? planRange(document, client, shown) : null,
    some ? applyButton(document, planWords(shown), apply) : null,
    some ? test : null,
    how,
  );
}
