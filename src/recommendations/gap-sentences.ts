import type { CityGap } from "../model/city-contexts.js";
import { element } from "../components/element.js";
import { formatList, formatShort } from "../components/format.js";
import { gapsAnswered, type Recommendation } from "../model/recommendations.js";
import type { Place } from "./place.js";

/**
 * Where a place stands below the median, and how many recommendations speak to that; before a place is chosen, what to
 * do for it.
 * @param gaps null where they are not known
 * @param isAnother whether the place is none of the evidence, and waits for its name where it is null
 */
export function gapSentences(
  document: Document,
  place: Place | null,
  gaps: readonly CityGap[] | null,
  {
    recommendations,
    isAnother,
    link,
  }: { recommendations: readonly Recommendation[]; isAnother: boolean; link: (path: string) => string },
): HTMLElement[] {
  const words = (text: string) => [element(document, "p", {}, text)];
  if (!place)
    return words(
      isAnother
        ? "Give the place a name to mark how far it is with each."
        : "Choose your city to mark how far it is with each.",
    );
  if (!gaps)
    return words(
      place.city === null
        ? `The evidence knows nothing of ${place.name}: its gaps are not known, and practices are chosen by subject and dimension.`
        : `${place.name} is not one of the eight mapped cities: its gaps are not known.`,
    );
  if (gaps.length === 0)
    return words(`${place.name} is at or above the median of the mapped cities in every dimension.`);
  const each = gaps.map(
    ({ dimension, own, median }) => `${dimension} (${own} against ${formatShort(median)})`,
  );
  const listed = recommendations.filter(({ listed }) => listed);
  const speak = listed.filter((given) => gapsAnswered(given, gaps).length > 0).length;
  return [
    element(
      document,
      "p",
      {},
      `${place.name} has fewer initiatives than the median of the mapped cities in ${formatList(each)}: ${speak} of ${listed.length} recommendations speak to that. `,
      element(
        document,
        "a",
        { href: link("/sources#thp-2014") },
        "The Hague Process and UNU-MERIT 2014, Table 7",
      ),
    ),
  ];
}
