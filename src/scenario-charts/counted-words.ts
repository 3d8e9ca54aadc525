import { formatNumber } from "../components/format.js";
import { dimensions } from "../model/names.js";
import { placeInView, placeName } from "./reading.js";
import type { ScenarioView } from "./scenario-view.js";

/**
 * That the initiatives shown are more than the mapping counted, where they are, with what it counted; a blank follows.
 * Empty where counts are as they were counted.
 */
export function countedWords(view: ScenarioView): string {
  if (view.document.counts === undefined || view.document.ownCity) return "";
  const place = placeInView(view);
  const D = dimensions.length;
  const { initiatives } = view.model.baseline;
  const own = place < 0 ? initiatives : initiatives.subarray(place * D, (place + 1) * D);
  const counted = own.reduce((sum, n) => sum + n, 0);
  const where = place < 0 ? "in all cities" : `in ${placeName(view)}`;
  return `Initiatives at the mapping hold what it may have missed; it counted ${formatNumber(counted)} ${where}. `;
}
