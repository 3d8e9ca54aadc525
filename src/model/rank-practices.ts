import { medians, standingsOf, type AskingCity, type CityContext, type CityGap } from "./city-contexts.js";
import { equalWeights, shownLikeness, type Weights } from "./comparators.js";
import { differencesOf, shareRange, type Difference } from "./differences.js";
import { orderedWithinGaps, politicalKind, type Placed, type PoliticalKind } from "./gap-order.js";
import type { Practice } from "./practices.js";

/** How much each part of a score counts. They add up to 1, so that a score is from 0 to 1. */
export interface RankWeights {
  /** What the city lacks. */
  gap: number;
  /** How alike the practice's city is. */
  context: number;
  /** What documents say of its transferability. */
  transferability: number;
}

/** A gap leads: what is alike and what travels decides between practices that answer the same gap. */
export const rankWeights: Readonly<RankWeights> = { gap: 0.7, context: 0.2, transferability: 0.1 };

/** A dimension in which the city stands below the median, and who has more. */
export interface GapReason extends CityGap {
  /** The practice's city with its initiatives, where they are known. */
  there: { name: string; initiatives: number } | null;
}

/** What a ranking reads of a practice; without its country nothing is said of one. */
export type Rankable = Pick<Practice, "city" | "region" | "criteria"> &
  Placed &
  Partial<Pick<Practice, "country">>;

/** A practice with its score for a city, and what the score is made of. */
export interface RankedPractice<Of extends Rankable = Practice> {
  practice: Of;
  /** 0 … 1. */
  score: number;
  /** Parts of the score, each from 0 to 1; null where they cannot be told. */
  gap: number | null;
  context: number;
  transferability: number | null;
  /** Largest first; empty where the city is covered, or has no mapping. */
  gaps: GapReason[];
  /** What it is about where it answers a political gap: it decides on its place among those that do. */
  political: PoliticalKind | null;
  /** What the practice's city is compared in with the one that looks. */
  differences: Difference[];
  /**
   * In the city's own country, and in no other city of the evidence: it may reach the city already. No part of the
   * score, for no document says how far it reaches.
   */
  ownCountry: boolean;
}

/** Scores nearer than this are a tie: they differ by how a computer adds, not by what the evidence says. */
const tie = 1e-9;

/**
 * Ranks the practices of other places for a city.
 *
 * score = 0.7 gap + 0.2 context + 0.1 transferability, each from 0 to 1:
 * - gap: mean over the practice's dimensions of 1 − min(1, n / median), since an adopted practice is divided among
 *   its dimensions; where a count is not known no practice gets a point for it;
 * - context: the weighted mean of 1 − difference in each context variable, the variables and weights being those of
 *   `comparatorsOf`. What no document tells of both gives no point: likeness has to be shown;
 * - transferability: 1 where a document says it can be used elsewhere, 0.5 where partly; none where it says nothing,
 *   or that it cannot.
 *
 * Ties: more criteria met, then the order of the register. The weights are a judgement of ours and no finding.
 *
 * Then `orderedWithinGaps` puts the practices that answer one gap in turn: in a political gap what gives migrants a say
 * comes before what does not, and in each what can be adopted before what cannot. Scores stay as they are.
 * @param city the city that looks for practices; its own are left out
 * @param cities every city of the evidence
 * @param context weights of the context variables; default equal
 */
export function rankPractices<Of extends Rankable>(
  city: AskingCity,
  practices: readonly Of[],
  cities: readonly CityContext[],
  context: Weights = equalWeights,
  weights: RankWeights = rankWeights,
): RankedPractice<Of>[] {
  const standings = standingsOf(city, medians(cities));
  const byId = new Map(cities.map((known) => [known.id, known]));
  const range = shareRange(cities);
  const ranked = practices
    .filter((practice) => practice.city !== city.id)
    .map((practice): RankedPractice<Of> => {
      const there = practice.city === null ? undefined : byId.get(practice.city);
      const known = standings?.filter(({ dimension }) => practice.dimensions.includes(dimension)) ?? [];
      const gaps = known
        .filter(({ gap }) => gap > 0)
        .map((gap): GapReason => {
          const counts = there?.initiatives;
          return { ...gap, there: counts ? { name: there.name, initiatives: counts[gap.dimension] } : null };
        })
        .sort((a, b) => b.gap - a.gap);
      const gap = standings
        ? gaps.reduce((sum, { gap }) => sum + gap, 0) / Math.max(1, practice.dimensions.length)
        : null;
      const differences = differencesOf(city, there, practice.region, range);
      const alike = shownLikeness(differences, context);
      const transferability = transferabilityOf(practice);
      return {
        practice,
        score:
          weights.gap * (gap ?? 0) +
          weights.context * alike +
          weights.transferability * (transferability ?? 0),
        gap,
        context: alike,
        transferability,
        gaps,
        political: gaps.some(({ dimension }) => dimension === "political") ? politicalKind(practice) : null,
        differences,
        ownCountry: practice.city === null && practice.country === city.country,
      };
    });
  // A sort is stable: what is alike in all stays in the order of the register.
  ranked.sort((a, b) => steps(b.score) - steps(a.score) || criteriaMet(b.practice) - criteriaMet(a.practice));
  return orderedWithinGaps(ranked, steps);
}

/** Whole steps, so that "as good as" holds between any three: differences below a bound would not. */
const steps = (score: number) => Math.round(score / tie);

/** How many criteria a document says are met: the evidence behind a practice, from 0 to 6. */
export function criteriaMet({ criteria }: Pick<Practice, "criteria">): number {
  return criteria.filter(({ stated }) => stated === "met").length;
}

function transferabilityOf({ criteria }: Rankable): number | null {
  const stated = criteria.find(({ criterion }) => criterion === "transferability")?.stated;
  return stated === undefined ? null : { met: 1, partly: 0.5, "not-met": 0 }[stated];
}
