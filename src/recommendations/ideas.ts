import { element } from "../components/element.js";
import { formatList } from "../components/format.js";
import { rankingReasons } from "../components/ranking-words.js";
import type { FittingPractice } from "../model/practices-for-recommendation.js";
import { ownDimensions, type Recommendation } from "../model/recommendations.js";
import { hasBaseline } from "../my-city/asked-city.js";
import { ownCityId } from "../model/own-city.js";
import type { Place } from "./place.js";

/** Most reasons that stand under a practice; the first ones weigh most. */
const mostReasons = 3;

/** Why a practice was chosen for a recommendation: its subject, its dimension or gap, then what is alike. */
export function fitReasons(
  { ranked, shared, dimensions }: FittingPractice,
  place: Pick<Place, "name">,
): string[] {
  const alike = ranked ? rankingReasons(ranked, place) : [];
  const reasons =
    shared.length > 0
      ? [`the same subject: ${formatList(shared.slice(0, 2).map(({ topic, word }) => subject(topic, word)))}`]
      : ["no subject in common was found"];
  if (!ranked?.gaps.length) reasons.push(`the same dimension: ${formatList(dimensions)}`);
  return [...reasons, ...alike].slice(0, mostReasons);
}

/** The topic with the practice's word that shows it, where that says more. */
function subject(topic: string, word: string): string {
  return word.startsWith(topic) || topic.startsWith(word) ? topic : `${topic} (“${word}”)`;
}

/**
 * Practices for a recommendation that a place has not begun with: each with its reasons and its address in the
 * finder, and the way to more.
 */
export function ideaList(
  document: Document,
  recommendation: Recommendation,
  fitting: readonly FittingPractice[],
  place: Place,
  link: (path: string) => string,
): HTMLElement {
  const list = element(document, "ul", {});
  for (const fit of fitting) {
    const { practice } = fit;
    const name = element(document, "a", { href: link(`/practices#${practice.id}`) }, practice.name);
    const adopt = hasBaseline(place.context) && [
      " ",
      element(
        document,
        "a",
        {
          class: "adopt",
          href: link(`/scenarios?adopt=${practice.id}&city=${place.context.id}`),
          "aria-label": `try in a scenario of ${place.name}: ${practice.name}`,
        },
        "try in a scenario",
      ),
    ];
    list.append(
      element(
        document,
        "li",
        {},
        name,
        `, ${[practice.place, practice.startYear].filter(Boolean).join(", since ")}. `,
        practice.summary,
        element(document, "small", {}, `Why: ${fitReasons(fit, place).join("; ")}.`, ...(adopt || [])),
      ),
    );
  }
  return element(
    document,
    "div",
    { class: "ideas" },
    element(
      document,
      "p",
      {},
      fitting.length > 0 ? "Done elsewhere" : "The register has no practice for this.",
    ),
    list,
    element(
      document,
      "p",
      { class: "more" },
      element(document, "a", { href: link(finderPath(recommendation, place)) }, "more practices"),
    ),
  );
}

/** The practice finder held to the recommendation's dimensions and ranked for the city. */
export function finderPath(recommendation: Recommendation, place: Place): string {
  const dimensions = ownDimensions(recommendation).join(",");
  const city = place.context.id === ownCityId ? ownCityId : place.city;
  const query = [dimensions && `dimension=${dimensions}`, city !== null && `city=${city}`]
    .filter(Boolean)
    .join("&");
  return query ? `/practices?${query}` : "/practices";
}

/** What stands there while practices are awaited, or cannot be had. */
export function ideaWords(document: Document, words: string, link: (path: string) => string): HTMLElement {
  return element(
    document,
    "div",
    { class: "ideas" },
    element(
      document,
      "p",
      {},
      `${words} `,
      element(document, "a", { href: link("/practices") }, "Practice finder"),
    ),
  );
}
