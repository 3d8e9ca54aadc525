import { element } from "../components/element.js";
import { formatList, formatShort } from "../components/format.js";
import { cityGaps } from "../model/recommendations.js";
import { missingPartnerships, type AskingCity, type CityContext } from "../model/city-contexts.js";
import { partnershipNames } from "../model/names.js";
import { ownCityId } from "../model/own-city.js";

/** A way on for a city. */
interface WayOn {
  name: string;
  /** Address in the site, from "/…". */
  address: string;
}

/**
 * Where a city stands, in a sentence or two.
 * @param cities of the evidence: the mapped ones give the medians
 */
export function standingWords(city: AskingCity, cities: readonly CityContext[]): string {
  const gaps = cityGaps(city, cities);
  const whose = city.id === ownCityId ? "by your numbers" : `as counted in ${city.countedIn}`;
  if (!gaps)
    return city.id === ownCityId
      ? `You gave no count of ${city.name}’s initiatives, so its gaps are not known.`
      : `Nobody counted ${city.name}’s initiatives, so its gaps are not known. What others did may fit all the same.`;
  const none = missingPartnerships(city).map((type) => partnershipNames[type]);
  const partnerships = none.length ? ` It has no ${formatList(none)} partnership.` : "";
  const counted = Object.values(city.initiatives ?? {}).includes(null) ? " that was counted" : "";
  if (!gaps.length)
    return `${city.name} reaches the median of the mapped cities in every dimension${counted}, ${whose}.${partnerships}`;
  const against = gaps.map(
    ({ dimension, own, median }) => `${dimension} (${own} against ${formatShort(median)})`,
  );
  return `${city.name} has fewer initiatives than the median of the mapped cities in ${formatList(against)}, ${whose}.${partnerships}`;
}

/** Where to go on with a city: its brief, others like it, practices, checklist, scenarios. */
export function waysOn({ id, name, initiatives }: AskingCity): WayOn[] {
  const own = id === ownCityId;
  return [
    ...(own ? [] : [{ name: `${name} in brief`, address: `/cities/${id}` }]),
    ...(initiatives ? [{ name: "Compare it with others", address: "/compare" }] : []),
    {
      name: initiatives ? "Practices for its gaps" : "Practices of similar places",
      address: `/practices?city=${id}`,
    },
    { name: "Its checklist", address: `/recommendations?city=${id}` },
    ...(initiatives ? [{ name: "What if?", address: `/scenarios?city=${id}` }] : []),
  ];
}

/** The summary of a city: the sentence, and the ways on as a list of links. */
export function citySummary(
  document: Document,
  link: (path: string) => string,
  city: AskingCity,
  cities: readonly CityContext[],
): HTMLElement[] {
  const links = waysOn(city).map(({ name, address }) =>
    element(document, "li", {}, element(document, "a", { href: link(address) }, name)),
  );
  return [
    element(document, "p", {}, standingWords(city, cities)),
    element(document, "ul", { class: "ways-on" }, ...links),
  ];
}
