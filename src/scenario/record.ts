import { tidyText } from "../model/tidy-text.js";
import { lastYear } from "../model/last-year.js";
import type { Lever } from "../model/levers/lever-kinds.js";
import { dimensions, partnershipTypes } from "../model/names.js";
import { modelFor, type OwnCity } from "../model/own-city.js";
import type { Target } from "../model/targets.js";
import type { Model } from "../model/model.js";
import { basisInOrder, basisOf, type Basis } from "./basis.js";
import { scenarioOf, type ScenarioDocument } from "./document.js";
import { leverFields } from "./told-levers/lever-shape.js";
import { modelVersion, schemaVersion, versionOf } from "./versions.js";

/** What a scenario is opened on: today's evidence. */
export interface Today {
  model: Model;
  /** Hash of the data package. */
  dataVersion: string;
  /** True while the register of practices is not here: what adopts some is not opened, for it would be without them. */
  awaitsRegister?: boolean;
}

/**
 * A scenario as it is sent, kept and filed: the same record in a link, in the browser and in a file, so that
 * whatever is learnt about old records holds for all three. Plain data.
 */
export interface ScenarioRecord {
  schemaVersion: number;
  modelVersion: number;
  dataVersion: string;
  name?: string;
  /** K in the last year, central assumptions, on the basis; null where it could not be run. */
  coverage: number | null;
  document: ScenarioDocument;
  basis: Basis;
}

/** Most letters of a scenario's name. */
export const longestName = 80;

/** A name as it is kept: one line, without what cannot be seen, at most 80 letters. Always text, never HTML. */
export function tidyName(name: string): string {
  return tidyText(name, longestName);
}

/** The record of a document made on today's evidence. Equal documents have equal records, to the order of fields. */
export function recordOf(
  document: ScenarioDocument,
  { model, dataVersion }: Today,
  name?: string,
): ScenarioRecord {
  const coverage = lastYear(model, scenarioOf(document), { kind: "coverage" });
  const called = tidyName(name ?? "");
  return recordInOrder({
    schemaVersion,
    modelVersion,
    dataVersion,
    ...(called ? { name: called } : {}),
    coverage: coverage.ok ? coverage.value : null,
    document,
    basis: basisOf(modelFor(model, undefined), document.levers, document),
  });
}

/** The same record with its fields in the one order that we write, so that equal records are equal texts. */
export function recordInOrder(record: ScenarioRecord): ScenarioRecord {
  const { document, basis } = record;
  return ordered(
    { ...record, document: inOrder(document), basis: basisInOrder(basis, versionOf(record)) },
    recordFields,
  );
}

const recordFields = [
  ...["schemaVersion", "modelVersion", "dataVersion", "name"],
  ...["coverage", "document", "basis"],
];

/** Fields in the order in which link dictionaries have them: equal documents become equal, short texts. */
function inOrder(document: ScenarioDocument): ScenarioDocument {
  const { levers, horizon, target, overrides, costing, weighting, counts } = document;
  const { seed, draws, view, ownCity, preset } = document;
  return {
    levers: levers.map(leverInOrder),
    horizon,
    target: targetInOrder(target),
    overrides: Object.fromEntries(
      Object.entries(overrides)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, values]) => [id, ordered(values, ["low", "central", "high"])]),
    ),
    ...(costing === undefined ? {} : { costing }),
    ...(weighting === undefined ? {} : { weighting }),
    ...(counts === undefined ? {} : { counts }),
    seed,
    draws,
    view: ordered(view, ["city", "startYear"]),
    ...(ownCity === undefined ? {} : { ownCity: ownCityInOrder(ownCity) }),
    ...(preset === undefined ? {} : { preset }),
  };
}

function leverInOrder(lever: Lever): Lever {
  const given = "weights" in lever ? { ...lever, weights: ordered(lever.weights, dimensions) } : lever;
  return ordered(given, leverFields);
}

function targetInOrder(target: Target): Target {
  const { per } = target;
  const perHead = per === undefined ? {} : { per };
  if (target.kind !== "own") return { kind: target.kind, ...perHead };
  const cities = Object.entries(target.cities ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind: target.kind,
    initiatives: ordered(target.initiatives, dimensions),
    ...(cities.length > 0 && {
      cities: Object.fromEntries(cities.map(([city, figures]) => [city, ordered(figures, dimensions)])),
    }),
    ...perHead,
  };
}

function ownCityInOrder({ name, country, initiatives, partnerships }: OwnCity): OwnCity {
  return {
    ...{ name, country },
    initiatives: ordered(initiatives, dimensions),
    partnerships: ordered(partnerships, partnershipTypes),
  };
}

function ordered<T extends object>(value: T, fields: readonly string[]): T {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => fields.indexOf(a) - fields.indexOf(b))) as T;
}
