import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";
import { drawsRange, seedRange } from "../model/draws.js";
import { everyCity } from "../model/levers/every-city.js";
import { horizonRange } from "../model/scenario.js";
import type { Target } from "../model/targets.js";
import { mappedWords } from "../scenario-charts/reading.js";
import { startYearRange, type ScenarioDocument } from "../scenario/document.js";
import { targetLabels } from "../scenario/target-words.js";
import { measureFields } from "./measure-fields.js";
import { numberField } from "./numbers/number-field.js";
import { ownFrom, ownTarget } from "./own-target.js";
import { selectField } from "../components/select-field.js";
import type { Workbench } from "./store.js";

const targetNames = Object.entries(targetLabels).map(([value, label]) => ({ value, label }));

/** What is shown, how far ahead, against which target, and how the assumptions are drawn. */
export function settingsPanel(document: Document, workbench: Workbench): HTMLElement {
  const { model } = workbench;
  const now = workbench.document;
  // What stands on a preset and is only looked at from elsewhere is still that preset.
  const change = (part: Partial<ScenarioDocument>, label: string, gesture?: string) =>
    workbench.change({ ...workbench.document, ...part }, label, gesture);
  const settle = () => workbench.settle();

  const cities = [
    ...(model.baseline.cities.length > 1 ? [{ value: everyCity, label: "All cities" }] : []),
    ...model.baseline.cities.map((id) => ({ value: id, label: model.baseline.names.get(id) ?? id })),
  ];
  const city = selectField(document, "City", cities, now.view.city, (value) =>
    change({ view: { ...workbench.document.view, city: value } }, `City: ${nameIn(cities, value)}`),
  );
  const target = selectField(document, "Target", targetNames, now.target.kind, (value) =>
    change({ target: asTarget(workbench, value as Target["kind"]) }, `Target: ${nameIn(targetNames, value)}`),
  );
  const horizon = numberField(
    document,
    {
      ...{ label: "Years ahead", unit: "number", whole: true, counted: ["year", "years"] },
      ...limits(horizonRange),
      most: `the model looks ${horizonRange.maximum} years ahead at most`,
      value: now.horizon,
    },
    (value) => change({ horizon: value }, `Years ahead: ${value}`, "horizon"),
    settle,
  );
  const yearNow = () => workbench.view.result.years[0]!.year;
  const startYear = numberField(
    document,
    {
      ...{ label: "Start year", unit: "number", whole: true, calendar: true },
      ...startYearRange,
      value: yearNow(),
    },
    (value) => {
      const view: ScenarioDocument["view"] = { ...workbench.document.view, startYear: value };
      // The year in which the page is read is left out, so that a scenario nobody dated begins with it.
      if (value === workbench.startYear) delete view.startYear;
      change({ view }, `Start year: ${value}`, "start year");
    },
    settle,
  );
  const method = element(document, "summary", {}, "");
  const mapped = element(document, "p", { class: "mapped-in" });
  const seed = numberField(
    document,
    { label: "Seed", unit: "number", whole: true, ...limits(seedRange), value: now.seed },
    (value) => change({ seed: value }, `Seed: ${value}`, "seed"),
    settle,
  );
  const draws = numberField(
    document,
    {
      ...{ label: "Draws", unit: "number", whole: true, counted: ["draw", "draws"] },
      ...limits(drawsRange),
      step: 100,
      value: now.draws,
    },
    (value) => change({ draws: value }, `Draws: ${value}`, "draws"),
    settle,
  );

  const own = ownTarget(document, workbench);

  const show = () => {
    const { view, target: chosen, horizon: years, seed: begun, draws: many, ownCity } = workbench.document;
    city.set(view.city);
    target.set(chosen.kind);
    horizon.set(years);
    startYear.set(yearNow());
    mapped.textContent = `Year 0 is ${yearNow()}, with ${ownCity ? `${ownCity.name} as you counted it` : `the cities as they were mapped in ${mappedWords(workbench.view)}`}; the last year, year ${years}, is ${yearNow() + years}.`;
    seed.set(begun);
    draws.set(many);
    method.textContent = `Method: from ${yearNow()}, ${many === 1 ? "one simulation" : `${formatNumber(many)} simulations`}, seed ${begun}`;
  };
  show();
  workbench.subscribe((_, kind) => kind === "document" && show());

  return element(
    document,
    "div",
    { class: "settings", role: "group", "aria-label": "Settings" },
    city.field,
    target.field,
    horizon.field,
    own,
    measureFields(document, workbench),
    element(
      document,
      "details",
      { class: "method" },
      method,
      element(document, "div", { class: "method-fields" }, startYear.field, seed.field, draws.field),
      mapped,
    ),
  );
}

const limits = ({ minimum, maximum }: { minimum: number; maximum: number }) => ({ minimum, maximum });

/** Another kind of target keeps what its figures are per; own figures start from the target there was. */
function asTarget({ model, document }: Workbench, kind: Target["kind"]): Target {
  const { per } = document.target;
  if (kind === "own") return ownFrom(model, document, document.target);
  return { kind, ...(per === undefined ? {} : { per }) };
}

function nameIn(options: readonly { value: string; label: string }[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}
