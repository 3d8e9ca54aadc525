import type { GapReason, Likeness, Rankable, RankedPractice } from "../model/rank-practices.js";
import type { CityContext } from "../model/city-contexts.js";
import { formatList, formatShort } from "./format.js";

/** From here on two cities are called alike in something, and below it partly alike. */
const alikeFrom = 0.75;
/** Below this nothing is said of a likeness, though it counts for what it is. */
const partlyFrom = 0.5;

/**
 * Why a practice is ranked where it is, in sentences: "political: Auckland has none; Chicago has 6 (median of the
 * mapped cities: 1)". One for each gap it answers, then what is alike, then whether it travels.
 */
export function rankingReasons(ranked: RankedPractice<Rankable>, city: Pick<CityContext, "name">): string[] {
  return [
    ...ranked.gaps.map((gap) => `${gap.dimension}: ${gapWords(gap, city)}`),
    ...otherReasons(ranked, city),
  ];
}

/** How large a gap is, and who has more: "Auckland has none; Chicago has 6 (median of the mapped cities: 1)". */
export function gapWords({ own, median, there }: GapReason, city: Pick<CityContext, "name">): string {
  const has = own === 0 ? "none" : `${own}`;
  const middle = formatShort(median);
  const elsewhere = there
    ? `${there.name} has ${there.initiatives || (own === 0 ? "none either" : "none")} (median of the mapped cities: ${middle})`
    : `the median of the mapped cities is ${middle}`;
  return `${city.name} has ${has}; ${elsewhere}`;
}

/** What is alike, whether a practice travels, whether it may be there already: the rest of `rankingReasons`. */
export function otherReasons(ranked: RankedPractice<Rankable>, city: Pick<CityContext, "name">): string[] {
  const reasons = likenessReasons(ranked.likenesses);
  if (ranked.transferability !== null)
    reasons.push(
      ranked.transferability === 1
        ? "its report says it can be used elsewhere"
        : ranked.transferability > 0
          ? "its report says it can be used elsewhere in part"
          : "its report says it is hard to use elsewhere",
    );
  if (ranked.ownCountry) reasons.push(`from the same country: it may reach ${city.name} already`);
  return reasons;
}

/** What is alike between two cities, and what partly: "similar: world region"; none where nothing is. */
export function likenessReasons(likenesses: readonly Likeness[]): string[] {
  const between = (least: number, below: number) =>
    likenesses.filter(({ alike }) => alike !== null && alike >= least && alike < below).map(likenessWords);
  const alike = between(alikeFrom, Infinity);
  const partly = between(partlyFrom, alikeFrom);
  return [
    ...(alike.length ? [`similar: ${formatList(alike)}`] : []),
    ...(partly.length ? [`partly similar: ${formatList(partly)}`] : []),
  ];
}

function likenessWords({ aspect, shares }: Likeness): string {
  if (shares)
    return `share of foreign-born residents (${percent(shares.own)} here, ${percent(shares.there)} there)`;
  return {
    "foreign-born": "share of foreign-born residents",
    arrivals: "who arrives",
    "policy-level": "level of integration policy",
    region: "world region",
  }[aspect];
}

const percent = (share: number) => `${formatShort(share)} %`;
