import { element } from "../../components/element.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { LeverSlot } from "../../model/levers/lever-kinds.js";
import type { Sought } from "../../model/search/goal-seek.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { slotKey, unmoved, withLever } from "../../scenario/lever-slot.js";
import { changeText, leverName } from "../../scenario/lever-words.js";
import type { ModelClient } from "../../workers/model-client.js";
import { chosenField, readAll, typedField } from "./fields.js";
import { questionForm, questionLine, applyButton } from "./question-form.js";
import { aimedAt, goalFields, goalWords, type Aim } from "./goal.js";
import { goalSeekSentence, type LeverGoal } from "./goal-seek-words.js";
import { leverChoice } from "./lever-choice.js";
import { scenarioPart, searchArea, type Apply } from "./search-area.js";
import { ownChange } from "../own-change.js";
import type { Workbench } from "../store.js";

/** "What public funding of Rotterdam brings its coverage to at least 0.6 with 90 % chance?", of any lever. */
export function goalSeekQuestion(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
): HTMLElement {
  const lever = leverChoice(document, workbench);
  const goal = goalFields(document, workbench);
  const sure = chosenField(
    document,
    "judged",
    [
      { value: "central", label: "at the central assumptions" },
      { value: "chance", label: "by the chance of it" },
    ],
    "central",
  );
  const chance = typedField(
    document,
    { before: "with a chance of at least", after: "%", value: "90", size: 3 },
    { unit: "percent", minimum: 1, maximum: 100 },
  );
  chance.field.hidden = true;
  sure.control.addEventListener("change", () => (chance.field.hidden = sure.read() === "central"));
  // The draws behind a chance depend on seed and number as well.
  const search = searchArea(document, workbench, (now) => ({
    scenario: scenarioPart(now),
    seed: now.seed,
    draws: now.draws,
  }));

  const onAsk = () => {
    const certain = sure.read() === "central";
    const values = readAll<{ slot: LeverSlot; aim: Aim; chance: number }>({
      slot: lever,
      aim: goal,
      chance: certain ? { ...chance, read: () => 0 } : chance,
    });
    if (!client || !values) return;
    const { view } = workbench;
    const { levers, seed, draws } = view.document;
    const { slot, aim } = values;
    const { measure, city } = aim;
    const index = levers.findIndex((own) => slotKey(own) === slotKey(slot));
    const options = {
      lever: index < 0 ? unmoved(slot) : index,
      measure: { kind: measure, ...(city === everyCity ? {} : { city }) },
      goal: aim.goal,
      ...(certain ? {} : { chance: values.chance / 100, seed, draws }),
    };
    void search.ask<Sought>({
      running: `Looking for ${leverName(slot, view.model)} that brings ${aimedAt(view, aim)} to ${goalWords(aim)}`,
      question: () => client.newest("goalSeek", scenarioOf(view.document), options),
      stop: () => client.stop("goalSeek"),
      answer: (sought, apply) =>
        goalSeekAnswer(
          document,
          view,
          sought,
          { ...aim, slot, chance: certain ? null : values.chance },
          apply,
        ),
    });
  };
  return element(
    document,
    "div",
    { class: "find-one" },
    questionForm(
      document,
      { name: "How big a change would it take?", button: "Find the lever", able: client !== null },
      search,
      onAsk,
      questionLine(document, lever.field, ...goal.fields, sure.field, chance.field),
    ),
    search.area,
  );
}

function goalSeekAnswer(
  document: Document,
  view: ScenarioView,
  sought: Sought,
  goal: LeverGoal,
  apply: Apply,
): HTMLElement {
  const { slot } = goal;
  const change = { amount: sought.value };
  const words = changeText(slot, change, view.model);
  const act = () => apply((now) => ownChange(now, { levers: withLever(now.levers, slot, change) }), words);
  return element(
    document,
    "div",
    { class: "plan" },
    element(document, "p", { class: "sentence" }, goalSeekSentence(view, sought, goal)),
    isRise(sought, slot) ? element(document, "p", { class: "answer-note" }, whyMore) : null,
    sought.side === "any" ? null : applyButton(document, words, act),
  );
}

/** Whether the answer is a rise of funding that is spent in proportion. */
function isRise({ lever, value }: Sought, { kind }: LeverSlot): boolean {
  return (
    kind === "funding" &&
    value > 0 &&
    lever.kind === "funding" &&
    (lever.spend ?? "proportional") === "proportional"
  );
}

const whyMore =
  "A rise is spent in proportion to what each dimension had, so a part goes where nothing is missing. New initiatives where they are missing reach the same for less: see “What does a goal cost?”, or have the rise spent on gaps first.";
