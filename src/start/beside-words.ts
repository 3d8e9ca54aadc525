import { formatList } from "../components/format.js";
import { likenessReasons } from "../components/comparator-words.js";
import { areEqual, equalWeights, type Comparator, type Weights } from "../model/comparators.js";

/**
 * Why a comparison begins with these cities.
 * @param name of the reader's city
 * @param beside the cities most like it
 * @param weights that made them so
 */
export function besideWords(
  name: string,
  beside: readonly Comparator[],
  weights: Weights = equalWeights,
): string {
  const names = beside.map(({ city }) => city.name);
  if (beside.every(({ distance }) => distance === null || distance === 1)) {
    const why = beside.some(({ initiativesApart }) => initiativesApart !== null)
      ? "the mapped cities whose initiatives are nearest to it in number"
      : "the first mapped cities by name";
    return `${name} is shown with ${formatList(names)}, ${why}: no document says which are most like it.`;
  }
  const told = beside.map(({ city, differences }) => {
    const reasons = likenessReasons(differences);
    return `${city.name} (${reasons.length ? reasons.join("; ") : "little is known to be similar"})`;
  });
  const how = areEqual(weights) ? "That is with equal weights" : "That is with the weights of the link";
  return `${name} is shown with the mapped cities most like it: ${formatList(told)}. ${how}; others may name other cities.`;
}
