import type { ModelVersion } from "../model/assumptions.js";
import { isOfVersion2 } from "../model/choices.js";
import type { Model } from "../model/model.js";
import { ownCityId } from "../model/own-city.js";
import { modelOfBasis } from "./basis.js";
import type { ScenarioDocument } from "./document.js";
import type { ScenarioRecord } from "./record.js";
import { modelVersion, versionOf } from "./versions.js";

/** A scenario by the version of the model that it was made with, on the evidence of then. */
export interface OlderModel {
  version: ModelVersion;
  model: Model;
  document: ScenarioDocument;
}

/** How a record was run when it was made; null where today's model still does so, or where it cannot be. */
export function olderModelOf(record: ScenarioRecord, today: Model): OlderModel | null {
  const version = versionOf(record);
  // What an older model does not have cannot be compared with it.
  if (version === modelVersion || isOfVersion2(record.document)) return null;
  const model = modelOfBasis(record.basis, today, version);
  return model.ok ? { version, model: model.value, document: documentThen(record, model.value) } : null;
}

/** The document as the record's own model runs it: undoes what `toVersion2` did. */
export function documentThen(record: ScenarioRecord, { assumptions }: Model): ScenarioDocument {
  if (versionOf(record) === modelVersion) return record.document;
  const document = { ...record.document };
  delete document.costing;
  const known = new Set(assumptions.map(({ id }) => id));
  const rate = [...record.basis.cities, ownCityId]
    .map((city) => document.overrides[`discount-rate-${city}`])
    .find((override) => override !== undefined);
  const kept = Object.entries(document.overrides).filter(
    ([id]) => known.has(id) || id === `public-share-${ownCityId}`,
  );
  return {
    ...document,
    overrides: Object.fromEntries([...kept, ...(rate ? [["discount-rate", rate] as const] : [])]),
  };
}
