import { modelVersions, type ModelVersion } from "../model/assumptions.js";

/**
 * Version of the form in which scenarios travel and are kept. It rises when a record changes in a way that an
 * older page would misread; `migrations.ts` then says how the older form becomes the newer. A new field of the
 * view alone needs no new version: pages pass over what they do not know there.
 */
export const schemaVersion = 2;

/** Version of the formulas of `src/model`. It rises when the same scenario on the same evidence has other results. */
export const modelVersion: ModelVersion = 2;

/** The version of a record's model; today's where nobody knows it. */
export function versionOf({ modelVersion: then }: { modelVersion: number }): ModelVersion {
  return modelVersions.find((version) => version === then) ?? modelVersion;
}
