import type { ScenarioDocument } from "../scenario/document.js";

/** The document with a change of the reader's own to its levers: it is no preset any more. */
export function ownChange(document: ScenarioDocument, part: Partial<ScenarioDocument>): ScenarioDocument {
  const changed = { ...document, ...part };
  delete changed.preset;
  return changed;
}
