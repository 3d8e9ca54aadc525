import { formatNumber } from "../components/format.js";
import type { Model } from "../model/model.js";
import type { ScenarioDocument } from "../scenario/document.js";
import { measureWords, perWords } from "../scenario/measure-words.js";
import { modelVersion } from "../scenario/versions.js";

/** Most changed assumptions that are named; the panel of assumptions has them all. */
const mostNamed = 3;

/**
 * What a number of a scenario has to be quoted with, beside the data's version: "model 2; seed 1, 1,000 simulations;
 * changed assumptions: Discount rate".
 */
export function versionsOf(
  { seed, draws, overrides, costing, target, weighting, counts }: ScenarioDocument,
  { assumptions }: Model,
): string {
  const names = assumptions.filter(({ id }) => Object.hasOwn(overrides, id)).map(({ name }) => name);
  const more = names.length - mostNamed;
  const changed = [...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])].join("; ");
  const perHead = target.per === undefined ? [] : [`targets${perWords(target)}`];
  const measure = [...perHead, ...measureWords({ weighting, counts })].map((words) => `; ${words}`).join("");
  return `model ${modelVersion}; seed ${seed}, ${formatNumber(draws)} ${draws === 1 ? "simulation" : "simulations"}${costing ? "; costs by dimension" : ""}${measure}${changed ? `; changed assumptions: ${changed}` : ""}`;
}
