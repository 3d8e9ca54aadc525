import { formatList, formatShort } from "../components/format.js";
import { dimensions } from "../model/names.js";
import { medians, type CityContext } from "../model/city-contexts.js";

/** What a city lacks, in a sentence or two, before the practices that are ranked for it. */
export function cityWords(city: CityContext, cities: readonly CityContext[]): string {
  const { initiatives, name } = city;
  if (!initiatives)
    return `${name} was not mapped, so its gaps are not known: no practice gets a point for answering one. The order rests on likeness and transferability alone.`;
  const median = medians(cities);
  const below = dimensions
    .filter((dimension) => initiatives[dimension] < median[dimension])
    .sort((a, b) => initiatives[a] / median[a] - initiatives[b] / median[b])
    .map(
      (dimension) =>
        `${dimension} (${initiatives[dimension] || "none"}, median ${formatShort(median[dimension])})`,
    );
  if (!below.length)
    return `${name} stands at or above the median of the mapped cities in all ${dimensions.length} dimensions: the order rests on likeness and transferability alone.`;
  return `${name} has fewer initiatives than the median of the mapped cities in ${below.length === 1 ? "one dimension" : `${below.length} of ${dimensions.length} dimensions`}: ${formatList(below)}. Practices for the widest gap come first.`;
}
