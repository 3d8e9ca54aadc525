import { formatList } from "../components/format.js";
import { likenessReasons } from "../components/ranking-words.js";
import type { AlikeCity } from "../model/most-alike.js";

/**
 * Why a comparison begins with these cities.
 * @param name of the reader's city
 * @param beside the cities most like it
 */
export function besideWords(name: string, beside: readonly AlikeCity[]): string {
  const names = beside.map(({ city }) => city.name);
  if (beside.every(({ alike }) => alike === 0)) {
    const why = beside.some(({ apart }) => apart !== null)
      ? "the mapped cities whose initiatives are nearest to it in number"
      : "the first mapped cities by name";
    return `${name} is shown with ${formatList(names)}, ${why}: no document says which are most like it.`;
  }
  const told = beside.map(({ city, likenesses }) => {
    const reasons = likenessReasons(likenesses);
    return `${city.name} (${reasons.length ? reasons.join("; ") : "little is known to be similar"})`;
  });
  return `${name} is shown with the mapped cities most like it: ${formatList(told)}.`;
}
