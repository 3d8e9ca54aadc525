import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { wordsFor } from "../../components/reader-error.js";
import type { Outcome } from "../../model/outcome.js";
import type { Tornado } from "../../model/sensitivity.js";
import { LiveScenarioFigure } from "../../scenario-charts/live-scenario-figure.js";
import type { ScenarioContext } from "../../scenario-charts/scenario-figure.js";
import { tornado, type TornadoView } from "../../scenario-charts/tornado.js";
import { scenarioOf } from "../../scenario/document.js";
import type { ModelClient } from "../../workers/model-client.js";
import { goToAssumption } from "./go-to-assumption.js";
import { selectField } from "../../components/select-field.js";
import type { Workbench } from "../store.js";
import { drivenNames, drivers, measureOf, tornadoSentence, type Driven } from "./tornado-words.js";

/**
 * Which assumption drives a result: a measure to choose, a sentence with the strongest, and every assumption that moves
 * it, each leading to its row in the table of assumptions. It asks while it is open, for the scenario of the moment.
 * @param client null where nobody can answer, as when the page is built
 * @param context of the picture's frame
 */
export function tornadoPanel(
  document: Document,
  workbench: Workbench,
  client: ModelClient | null,
  context: ScenarioContext,
): HTMLElement {
  let driven: Driven = { measure: "coverage", change: false };
  const choose = (part: Partial<Driven>) => {
    driven = { ...driven, ...part };
    standBack("Worked out anew for what you chose …");
    void ask();
  };
  const measure = selectField(
    document,
    "Measure",
    (Object.keys(drivenNames) as Driven["measure"][]).map((value) => ({ value, label: drivenNames[value] })),
    driven.measure,
    (value) => choose({ measure: value as Driven["measure"] }),
  );
  const change = selectField(
    document,
    "seen as",
    [
      { value: "level", label: "what it comes to" },
      { value: "change", label: "its change from the baseline" },
    ],
    "level",
    (value) => choose({ change: value === "change" }),
  );
  const sentence = element(document, "p", { class: "sentence", role: "status" });
  const trouble = element(document, "p", { class: "trouble", role: "alert" });
  const again = element(document, "button", { type: "button", class: "act", hidden: true }, "Try again");
  const status = element(document, "p", { class: "search-status", role: "status" });
  const pictured = element(document, "div", { class: "tornado-picture" });
  const list = element(document, "ol", { class: "driver-list" });
  const answer = element(document, "div", { class: "tornado-answer" }, sentence, pictured, list);
  const details = element(
    document,
    "details",
    { class: "tornado-panel" },
    element(document, "summary", {}, "What drives the result?"),
    element(
      document,
      "p",
      { class: "meaning" },
      "Each assumption in turn is set to its low and to its high value, the others at their central ones.",
    ),
    element(document, "p", { class: "question" }, measure.field, " ", change.field),
    element(document, "div", { class: "search-line" }, status, again),
    trouble,
    answer,
  );
  /** What no longer belongs to the page stands back at once, and says why. */
  function standBack(why: string) {
    if (!list.firstChild) return;
    answer.classList.add("stale");
    status.textContent = why;
  }

  let picture: LiveScenarioFigure<TornadoView> | null = null;
  const draw = (view: TornadoView) => {
    picture ??= new LiveScenarioFigure(tornado, view, { ...context, heading: "h3" });
    picture.update(view);
    if (!pictured.firstChild) pictured.append(picture.frame);
  };
  // A bar's name leads to its assumption as the list below does, which is there for the keyboard.
  pictured.addEventListener("click", (event) => {
    const name = (event.target as Element | null)?.closest<SVGElement>("[data-assumption]");
    if (name) goToAssumption(document, name.dataset.assumption!);
  });

  let asked = 0;
  const ask = async () => {
    if (!client || !details.open) return;
    const question = ++asked;
    const { view } = workbench;
    const now = driven;
    details.setAttribute("aria-busy", "true");
    try {
      const options = { change: now.change };
      const scenario = scenarioOf(view.document);
      const outcome = await client.newest("sensitivity", scenario, measureOf(now, view.document), options);
      if (question !== asked || outcome === null) return;
      show(view, now, outcome);
    } catch (error) {
      if (question !== asked) return;
      status.textContent = "";
      trouble.textContent = wordsFor(error, "This could not be worked out, because of a fault in the page.");
      again.hidden = false;
    }
    details.setAttribute("aria-busy", "false");
  };
  const show = (view: Workbench["view"], now: Driven, outcome: Outcome<Tornado>) => {
    again.hidden = true;
    status.textContent = "";
    trouble.textContent = outcome.ok ? "" : faultsWords(outcome.faults);
    if (!outcome.ok) return;
    answer.classList.remove("stale");
    draw({ ...view, tornado: outcome.value, measure: measureOf(now, view.document), change: now.change });
    sentence.textContent = tornadoSentence(view, now, outcome.value);
    list.replaceChildren(
      ...drivers(view, now, outcome.value).map(({ id, name, words }) => {
        const go = element(document, "button", { type: "button", "data-driver": id }, name);
        go.addEventListener("click", () => goToAssumption(document, id));
        return element(document, "li", {}, go, `: ${words}`);
      }),
    );
  };
  again.addEventListener("click", () => void ask());
  details.addEventListener("toggle", () => void ask());
  // While a slider is drawn there are many changes a frame apart: they are asked about, and told, once the hand rests.
  let resting: ReturnType<typeof setTimeout> | undefined;
  workbench.subscribe((_, kind) => {
    if (kind !== "document") return;
    clearTimeout(resting);
    standBack("This is for the scenario before your last change; it is worked out anew …");
    if (details.open) resting = setTimeout(() => void ask(), 200);
  });
  return details;
}
