import { element } from "../components/element.js";
import { selectField } from "../components/select-field.js";
import { heads, type Heads } from "../model/heads.js";
import { countsLabels, measureLine, perLabels, weightingLabels } from "../scenario/measure-words.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { measureMeaning } from "./measure-meaning.js";
import { ownFrom } from "./own-target.js";
import type { Workbench } from "./store.js";

const optionsOf = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }));

const headsNamed = (value: string): Heads | undefined => heads.find((one) => one === value);

/**
 * How coverage is measured beyond the target: per whom, whose coverage is averaged, and what is taken for a count. With
 * what each choice comes to.
 */
export function measureFields(document: Document, workbench: Workbench): HTMLElement {
  const now = workbench.document;
  const set = (changed: ScenarioDocument, label: string) => workbench.change(changed, label);

  const per = selectField(document, "Target per", optionsOf(perLabels), now.target.per ?? "city", (value) => {
    const { target } = workbench.document;
    const chosen = headsNamed(value);
    const perHead = chosen === undefined ? {} : { per: chosen };
    // Own figures of another unit would mean something else: they begin again, from the median.
    const changed =
      target.kind === "own"
        ? ownFrom(workbench.model, workbench.document, { kind: "median", ...perHead })
        : { kind: target.kind, ...perHead };
    set({ ...workbench.document, target: changed }, `Target per ${perLabels[chosen ?? "city"]}`);
  });
  const weighting = selectField(
    document,
    "Weigh cities",
    optionsOf(weightingLabels),
    now.weighting ?? "alike",
    (value) => {
      const chosen = headsNamed(value);
      set(
        withMeasure(workbench.document, "weighting", chosen),
        `Weigh cities: ${weightingLabels[chosen ?? "alike"]}`,
      );
    },
  );
  const counts = selectField(
    document,
    "Counts",
    optionsOf(countsLabels),
    now.counts ?? "counted",
    (value) => {
      const uncertain = value === "uncertain";
      set(
        withMeasure(workbench.document, "counts", uncertain ? "uncertain" : undefined),
        `Counts: ${countsLabels[uncertain ? "uncertain" : "counted"]}`,
      );
    },
  );
  const summary = element(document, "summary", {});
  const meaning = element(document, "div", { class: "measure-meaning" });
  const root = element(
    document,
    "details",
    { class: "method" },
    summary,
    element(document, "div", { class: "method-fields" }, per.field, weighting.field, counts.field),
    meaning,
  );
  const show = () => {
    const { target, weighting: by, counts: taken, ownCity } = workbench.document;
    per.set(target.per ?? "city");
    weighting.set(by ?? "alike");
    counts.set(taken ?? "counted");
    summary.textContent = `Measure: ${measureLine(workbench.document)}`;
    meaning.replaceChildren(
      ...measureMeaning(workbench.view).map((words) => element(document, "p", { class: "meaning" }, words)),
    );
    // Of a city that its reader counted nobody knows how many live there, nor what was missed.
    root.hidden = ownCity !== undefined;
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return root;
}

/** The document with a choice; the usual one is the absence of one, as in links. */
function withMeasure<Part extends "weighting" | "counts">(
  document: ScenarioDocument,
  part: Part,
  chosen: ScenarioDocument[Part],
): ScenarioDocument {
  const changed = { ...document };
  delete changed[part];
  return chosen === undefined ? changed : { ...changed, [part]: chosen };
}
