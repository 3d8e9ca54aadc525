import { missingPartnerships, type AskingCity, type CityGap } from "./city-contexts.js";
import type { Dimension } from "./names.js";
import { partnershipsOf, type JoiningType, type PracticePartnership } from "./practice-partnerships.js";
import type { RankedPractice } from "./rank-practices.js";

/** What a city lacks: a dimension below the median, or a kind of partnership that it has none of. */
export type Need = Dimension | JoiningType;

/** A practice for a city, with the kinds of partnership it is that the city has none of. */
export interface WorthALook extends RankedPractice {
  partnerships: readonly PracticePartnership[];
}

/** Practices for a city, and what they leave unanswered. */
export interface LookedFor {
  /** In the order of their rank. */
  practices: WorthALook[];
  /** Needs that none of them answers, with how many others of the register do. */
  unanswered: { need: Need; elsewhere: number }[];
}

/** The needs of a city, dimensions first, the largest gap before the others. @param gaps largest first */
export function needsOf(city: Pick<AskingCity, "partnerships">, gaps: readonly CityGap[] | null): Need[] {
  return [...(gaps ?? []).map(({ dimension }) => dimension), ...missingJoining(city)];
}

const missingJoining = (city: Pick<AskingCity, "partnerships">): JoiningType[] =>
  missingPartnerships(city).filter((type) => type !== "other");

/** The needs that a practice answers. */
export const answersOf = ({ gaps, partnerships }: WorthALook): Need[] => [
  ...gaps.map(({ dimension }) => dimension),
  ...partnerships.map(({ type }) => type),
];

/**
 * A few practices for a city out of all that are ranked for it: the best for each of its needs, so that the largest does
 * not fill the list alone; then the best of the rest, those that answer a need before those that answer none, one of
 * each lead while there are others. Left out is what names the city in its summary: the city has copied it, or is at
 * work in it.
 *
 * Whether a practice answers a missing kind of partnership is told by its lead and partners (see `partnershipsOf`). It
 * chooses among practices and is no part of their rank: no document says what a partnership does to the counts that the
 * rank is made of.
 * @param ranked best first, as `rankPractices` gives them
 * @param city the city that looks
 * @param gaps of the city, largest first; null where they are not known
 * @param most how many are given; default 5
 */
export function worthALook(
  ranked: readonly RankedPractice[],
  city: Pick<AskingCity, "name" | "partnerships">,
  gaps: readonly CityGap[] | null,
  most = 5,
): LookedFor {
  const missing = missingJoining(city);
  const fresh = ranked
    .filter(({ practice }) => !practice.summary.includes(city.name))
    .map((of): WorthALook => ({
      ...of,
      partnerships: partnershipsOf(of.practice).filter(({ type }) => missing.includes(type)),
    }));
  const needs = needsOf(city, gaps);
  const chosen = bestForEach(needs, fresh, most);
  addOfOtherLeads(chosen, fresh, most);
  for (const of of fresh) if (chosen.size < most) chosen.add(of);
  const answered = new Set([...chosen].flatMap(answersOf));
  return {
    practices: fresh.filter((of) => chosen.has(of)),
    unanswered: needs
      .filter((need) => !answered.has(need))
      .map((need) => ({ need, elsewhere: fresh.filter((of) => answersOf(of).includes(need)).length })),
  };
}

/** The best for each need: of a dimension one whose largest gap it is; none more for what those before it answer too. */
function bestForEach(needs: readonly Need[], fresh: readonly WorthALook[], most: number): Set<WorthALook> {
  const chosen = new Set<WorthALook>();
  const answers = (of: WorthALook, need: Need) => answersOf(of).includes(need);
  for (const need of needs) {
    if (chosen.size >= most) break;
    const best =
      fresh.find(({ gaps }) => gaps[0]?.dimension === need) ??
      [...chosen].find((of) => answers(of, need)) ??
      fresh.find((of) => answers(of, need));
    if (best) chosen.add(best);
  }
  return chosen;
}

function addOfOtherLeads(chosen: Set<WorthALook>, fresh: readonly WorthALook[], most: number): void {
  const leads = new Set([...chosen].map(({ practice }) => practice.leadActor));
  const answersAny = (of: WorthALook) => answersOf(of).length > 0;
  for (const of of [...fresh.filter(answersAny), ...fresh.filter((other) => !answersAny(other))]) {
    const { leadActor } = of.practice;
    if (chosen.size >= most || (leadActor !== null && leads.has(leadActor))) continue;
    chosen.add(of);
    leads.add(leadActor);
  }
}
