import type { PoliticalKind } from "../model/gap-order.js";
import type { GapReason, Rankable, RankedPractice } from "../model/rank-practices.js";
import type { CityContext } from "../model/city-contexts.js";
import { likenessReasons, unlikeReasons } from "./comparator-words.js";
import { formatShort } from "./format.js";

/**
 * Why a practice is ranked where it is, in sentences: "political: Auckland has none; Chicago has 6 (median of the
 * mapped cities: 1)". One for each gap it answers, then what is alike, then whether it travels, then what differs and what
 * could not be compared.
 */
export function rankingReasons(ranked: RankedPractice<Rankable>, city: Pick<CityContext, "name">): string[] {
  return [
    ...ranked.gaps.map((gap) => `${gap.dimension}: ${gapWords(gap, city)}`),
    ...(ranked.political ? [politicalWords[ranked.political]] : []),
    ...otherReasons(ranked, city),
    ...unlikeReasons(ranked.differences),
  ];
}

/** Why it stands where it does among those that answer a political gap. */
const politicalWords: Readonly<Record<PoliticalKind, string>> = {
  say: "about voting and participation",
  advocacy: "about advocacy: after those about voting and participation",
};

/** How large a gap is, and who has more: "Auckland has none; Chicago has 6 (median of the mapped cities: 1)". */
export function gapWords({ own, median, there }: GapReason, city: Pick<CityContext, "name">): string {
  const has = own === 0 ? "none" : `${own}`;
  const middle = formatShort(median);
  const elsewhere = there
    ? `${there.name} has ${there.initiatives || (own === 0 ? "none either" : "none")} (median of the mapped cities: ${middle})`
    : `the median of the mapped cities is ${middle}`;
  return `${city.name} has ${has}; ${elsewhere}`;
}

/** What is alike, whether a practice travels, whether it may be there already: what speaks for it besides gaps. */
export function otherReasons(ranked: RankedPractice<Rankable>, city: Pick<CityContext, "name">): string[] {
  const reasons = likenessReasons(ranked.differences);
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
