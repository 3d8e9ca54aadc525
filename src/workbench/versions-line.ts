import { formatNumber } from "../components/format.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { modelVersion } from "../scenario/versions.js";

/** What a number of a scenario has to be quoted with, beside the data's version: "model 1; seed 1, 1,000 draws". */
export function versionsOf({ seed, draws }: ScenarioDocument): string {
  return `model ${modelVersion}; seed ${seed}, ${formatNumber(draws)} draws`;
}
