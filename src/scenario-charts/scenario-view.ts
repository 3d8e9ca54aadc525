import type { Attribution } from "../model/attribution.js";
import type { Outcome } from "../model/outcome.js";
import type { Model } from "../model/model.js";
import type { Result } from "../model/simulate.js";
import type { Uncertainty } from "../model/uncertainty.js";
import type { ScenarioDocument } from "../scenario/document.js";

/** Everything the workbench knows of a scenario at one moment. */
export interface ScenarioView {
  model: Model;
  document: ScenarioDocument;
  /** No levers; same horizon, target and assumptions. */
  baseline: Result;
  result: Result;
  /** Calendar year of the mapping, where year 0 is shown as another; else that of year 0. */
  mappedIn?: number;
  /** Of the scenario; null while it is being drawn or where it could not be. */
  uncertainty: Uncertainty | null;
  /** Of the change of coverage by lever (of view.city, or all); null while on its way, or why it cannot be split. */
  attribution: Outcome<Attribution> | null;
  /** Names of the levers in the document's order: "Public funding, Rotterdam: −100 %". */
  leverNames: readonly string[];
}
