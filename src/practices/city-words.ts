import { formatList, formatShort } from "../components/format.js";
import { placeInSentence } from "../components/place-words.js";
import { dimensions } from "../model/names.js";
import type { AskingCity, CityContext } from "../model/city-contexts.js";
import { cityGaps } from "../model/recommendations.js";
import { ownCityId } from "../model/own-city.js";

/** What a city lacks, in a sentence or two, before the practices that are ranked for it. */
export function cityWords(city: AskingCity, cities: readonly CityContext[]): string {
  const { initiatives, name } = city;
  const own = city.id === ownCityId;
  const gaps = cityGaps(city, cities);
  if (!initiatives || !gaps) return uncountedWords(city);
  const unknown = dimensions.filter((dimension) => initiatives[dimension] === null);
  const counted = dimensions.length - unknown.length;
  const whose = unknown.length ? " that you counted" : "";
  const all = counted === 1 ? `the dimension${whose}` : `all ${counted} dimensions${whose}`;
  const below = gaps.map(
    ({ dimension, own, median }) => `${dimension} (${own || "none"}, median ${formatShort(median)})`,
  );
  const some = below.length === 1 ? "one dimension" : `${below.length} of ${counted} dimensions${whose}`;
  const lacking = below.length === counted ? all : some;
  const by = own ? "By your numbers " : "";
  const sentences = below.length
    ? [
        `${by}${name} has fewer initiatives than the median of the mapped cities in ${lacking}: ${formatList(below)}.`,
        "Practices for the widest gap come first.",
      ]
    : [
        `${by}${name} stands at or above the median of the mapped cities in ${all}. Practices are ordered by ${restWords(city)}.`,
      ];
  if (unknown.length)
    sentences.push(`Not known: ${formatList(unknown)}. No practice gets a point for what is not known.`);
  return sentences.join(" ");
}

function uncountedWords(city: AskingCity): string {
  const why =
    city.id === ownCityId
      ? `You gave no count of ${city.name}’s initiatives, so its gaps are not known`
      : `${city.name} was not mapped, so its gaps are not known`;
  return `${why}: no practice gets a point for answering one. Practices are ordered by ${restWords(city)}.`;
}

/** What an order rests on besides gaps; of a reader's own city no more than its country can be like another's. */
function restWords({ id, country, region }: AskingCity): string {
  if (id !== ownCityId) return "how similar the city is and how easily they transfer";
  if (region) return `whether they share the world region (${region}) and how easily they transfer`;
  return country
    ? `how easily they transfer alone, since the reports describe no place in ${placeInSentence(country)}`
    : "how easily they transfer alone; give its country to have places of its world region first";
}
