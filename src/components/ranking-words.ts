import type { Likeness, Rankable, RankedPractice } from "../model/rank-practices.js";
import type { CityContext } from "../model/city-contexts.js";
import { formatList, formatShort } from "./format.js";

/**
 * Why a practice is ranked where it is, in sentences: "political: Auckland has none; Chicago has 6 (median of the
 * eight: 1)". One for each gap it answers, then what is alike, then whether it travels.
 */
export function rankingReasons(ranked: RankedPractice<Rankable>, city: Pick<CityContext, "name">): string[] {
  const reasons = ranked.gaps.map(({ dimension, own, median, there }) => {
    const has = own === 0 ? "none" : `${own}`;
    const elsewhere = there
      ? `${there.name} has ${there.initiatives === 0 ? "none either" : there.initiatives} (median of the eight: ${formatShort(median)})`
      : `the median of the eight is ${formatShort(median)}`;
    return `${dimension}: ${city.name} has ${has}; ${elsewhere}`;
  });
  const alike = ranked.likenesses.filter(({ alike }) => alike !== null && alike >= 0.5);
  if (alike.length) reasons.push(`alike: ${formatList(alike.map(likenessWords))}`);
  if (ranked.transferability !== null)
    reasons.push(
      ranked.transferability === 1
        ? "transferable, its document says"
        : ranked.transferability > 0
          ? "transferable in part, its document says"
          : "hard to transfer, its document says",
    );
  return reasons;
}

function likenessWords({ of }: Likeness): string {
  return {
    "foreign-born": "share of foreign-born residents",
    arrivals: "groups that arrive",
    "policy-level": "level of integration policy",
    region: "world region",
  }[of];
}
