import { formatList } from "../../components/format.js";
import { faultWords } from "../../components/fault-words.js";
import type { ToldFault } from "../../components/told-fault.js";
import type { Fault } from "../../model/fault.js";
import type { Model } from "../../model/model.js";
import { bad, good, type Outcome } from "../../model/outcome.js";
import { modelFor } from "../../model/own-city.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { modelOfBasis } from "../../scenario/basis.js";
import { untouched, type ScenarioDocument } from "../../scenario/document.js";
import { documentThen, type OlderModel } from "../../scenario/older-model.js";
import type { SavedScenario } from "../../scenario/saved.js";
import { modelVersion, versionOf } from "../../scenario/versions.js";
import { asItWasMade, theBaseline, thisScenario } from "../saved/saved-shelf.js";
import { run } from "../run.js";

/** Fewest and most scenarios side by side. */
export const comparable = { least: 2, most: 4 };

/** One of the scenarios side by side, on the evidence it was made on. */
export interface CompareItem {
  id: string;
  name: string;
  view: ScenarioView;
  /** True where its evidence, or the version of its model, is not today's. */
  older: boolean;
}

/**
 * The scenarios of these ids as they are compared, or why one cannot be. This scenario and the baseline stand on
 * today's evidence, a saved one on the evidence and by the model it was saved with: what that adds to a difference is told
 * apart.
 * @param made this scenario by the older model it was made with, where it was
 */
export function compareItems(
  ids: readonly string[],
  now: ScenarioView,
  saved: readonly SavedScenario[],
  made: OlderModel | null = null,
): Outcome<CompareItem[], Fault | ToldFault> {
  const items: CompareItem[] = [];
  for (const id of ids) {
    if (id === thisScenario) items.push({ id, name: "This scenario", view: now, older: false });
    else {
      const item =
        id === theBaseline
          ? baselineItem(now)
          : id === asItWasMade
            ? olderItem(now, made)
            : savedItem(id, now, saved);
      if (!item.ok) return item;
      items.push(item.value);
    }
  }
  return good(items);
}

/** The mapping over the years and against the target that the scenario has. */
function baselineItem({ model, document, result }: ScenarioView): Outcome<CompareItem> {
  const { horizon, target, view, ownCity } = document;
  const startYear = startYearOf({ result });
  const outcome = run(model, {
    ...{ ...untouched, horizon, target, view: { ...view, startYear } },
    ...(ownCity === undefined ? {} : { ownCity }),
  });
  return outcome.ok
    ? good({ id: theBaseline, name: "Baseline", view: outcome.value, older: false })
    : outcome;
}

/** Side by side, years are counted as on the page. */
const startYearOf = ({ result }: Pick<ScenarioView, "result">) => result.years[0]!.year;

function savedItem(
  id: string,
  now: ScenarioView,
  saved: readonly SavedScenario[],
): Outcome<CompareItem, ToldFault> {
  const found = saved.find((scenario) => scenario.id === id);
  if (!found?.opening.ok) return bad({ message: "one of them is not saved any more" });
  const { record, differences } = found.opening.value;
  const version = versionOf(record);
  const older = differences.revisions.length > 0 || version !== modelVersion;
  const today = modelFor(now.model, undefined);
  const model = older ? modelOfBasis(record.basis, today, version) : good(today);
  const outcome = model.ok ? runBeside(now, model.value, documentThen(record, model.value)) : model;
  if (!outcome.ok)
    return bad(...outcome.faults.map((fault) => ({ message: `${found.name}: ${faultWords(fault)}` })));
  return good({ id, name: found.name, view: outcome.value, older });
}

/** "As it was made, by model version 1". */
export const asItWasMadeName = ({ version }: Pick<OlderModel, "version">): string =>
  `As it was made, by model version ${version}`;

/** This scenario by the model it was made with. */
function olderItem(now: ScenarioView, made: OlderModel | null): Outcome<CompareItem, Fault | ToldFault> {
  if (!made) return bad({ message: "this scenario was not made with an older model" });
  const outcome = runBeside(now, made.model, made.document);
  return outcome.ok
    ? good({ id: asItWasMade, name: asItWasMadeName(made), view: outcome.value, older: true })
    : outcome;
}

function runBeside(now: ScenarioView, model: Model, document: ScenarioDocument): Outcome<ScenarioView> {
  return run(model, { ...document, view: { ...document.view, startYear: startYearOf(now) } });
}

/** How it is told that scenarios stand on older data or are run by an older model; empty where none is. */
export function olderWords(items: readonly CompareItem[]): string[] {
  return items.flatMap(({ older, name, view: { model } }) => {
    if (!older) return [];
    const version = model.version ?? 1;
    return version === modelVersion
      ? [`“${name}” stands on the data of the day it was saved.`]
      : [`“${name}” is run by version ${version} of the model, on the data of the day it was made.`];
  });
}

/** What scenarios of different cities have not in common, in a sentence; empty where all are of the same cities. */
export function notInCommon(items: readonly CompareItem[]): string {
  const own = items.filter(({ view }) => view.document.ownCity);
  const cities = new Set(items.map(({ view }) => view.model.baseline.cities.join()));
  const names = new Set(own.map(({ view }) => view.document.ownCity!.name));
  if (cities.size < 2 && names.size < 2) return "";
  const told = own.map(({ name, view }) => `“${name}” is about ${view.document.ownCity!.name} alone`);
  return `${told.length ? `${formatList(told)}. ` : ""}They are of different cities: target and years are compared, and what is of other cities has no difference.`;
}
