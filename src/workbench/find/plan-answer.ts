import { element } from "../../components/element.js";
import { percent } from "../../components/format.js";
import type { FoundPlan } from "../../model/search/found.js";
import type { ModelClient } from "../../workers/model-client.js";
import { planRange, planTable, planWords, type ShownPlan } from "./plan.js";
import { applyButton } from "./question-form.js";

/** What an answer with a plan is made of. */
export interface PlanAnswer {
  /** Tells its table from others of the page. */
  name: string;
  shown: ShownPlan;
  sentence: string;
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
  { name, shown, sentence, instead = null, test = null, how, apply }: PlanAnswer,
): HTMLElement {
  const note = differenceWords(shown.found);
  const some = shown.found.plan.length > 0;
  return element(
    document,
    "div",
    { class: "plan" },
    element(document, "p", { class: "sentence" }, sentence),
    note ? element(document, "p", { class: "answer-note" }, note) : null,
    some ? planTable(document, shown, name) : instead,
    some ? planRange(document, client, shown) : null,
    some ? applyButton(document, planWords(shown), apply) : null,
    some ? test : null,
    how,
  );
}

/** Why a plan does other than the search counted, with both figures; null where the two agree. */
export function differenceWords({ exact, planned, simulated }: FoundPlan): string | null {
  if (exact) return null;
  const [counted, given] = [planned, simulated].map(({ coverage }) => percent(coverage, 1));
  return `The search counted a coverage of ${counted}; the simulation gives ${given}, because money that fills gaps first goes elsewhere once new initiatives close them.`;
}
