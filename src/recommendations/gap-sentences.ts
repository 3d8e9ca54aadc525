import type { CityGap } from "../model/city-contexts.js";
import { element } from "../components/element.js";
import { formatList, formatShort } from "../components/format.js";
import { dimensions } from "../model/names.js";
import { gapsAnswered, type Recommendation } from "../model/recommendations.js";
import { anotherCityButton } from "../components/city-buttons.js";
import { ownCityId } from "../model/own-city.js";
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
  const isOwn = place?.context.id === ownCityId;
  const words = (text: string) => {
    const change = isOwn && anotherCityButton(document, "Change its numbers");
    return [element(document, "p", {}, text, change && " ", change)];
  };
  if (!place)
    return words(
      isAnother
        ? "Give the place a name to mark how far it is with each."
        : "Choose your city to mark how far it is with each.",
    );
  if (!gaps) return words(unknownWords(place, isOwn));
  const notCounted = notCountedWords(place);
  const by = isOwn ? "By your numbers " : "";
  if (gaps.length === 0)
    return words(
      `${by}${place.name} is at or above the median of the mapped cities in every dimension${notCounted && " that you counted"}.${notCounted}`,
    );
  const each = gaps.map(
    ({ dimension, own, median }) => `${dimension} (${own} against ${formatShort(median)})`,
  );
  const listed = recommendations.filter(({ listed }) => listed);
  const speak = listed.filter((given) => gapsAnswered(given, gaps).length > 0).length;
  const [told] = words(
    `${by}${place.name} has fewer initiatives than the median of the mapped cities in ${formatList(each)}: ${speak} of ${listed.length} recommendations speak to that.${notCounted} `,
  );
  told!.append(
    isOwn ? " Median: " : " Source: ",
    element(document, "a", { href: link("/sources#table-initiatives") }, "the counts with their documents"),
  );
  return [told!];
}

/** Why the gaps of a place are not known, and what practices are chosen by then. */
function unknownWords({ name, city }: Place, isOwn: boolean): string {
  const instead = "practices are chosen by subject and dimension";
  if (isOwn) return `You gave no count of ${name}’s initiatives: its gaps are not known, and ${instead}.`;
  return city === null
    ? `The evidence knows nothing of ${name}: its gaps are not known, and ${instead}.`
    : `${name} is not one of the mapped cities: its gaps are not known.`;
}

/** The dimensions whose counts a reader left empty, in a sentence with a space before it; empty where there are none. */
function notCountedWords({ context: { initiatives } }: Place): string {
  const unknown = dimensions.filter((dimension) => initiatives?.[dimension] === null);
  return unknown.length ? ` Not known: ${formatList(unknown)}.` : "";
}
