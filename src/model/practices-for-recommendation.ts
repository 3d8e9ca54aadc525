import type { Dimension } from "./names.js";
import type { AskingCity, CityContext } from "./city-contexts.js";
import type { Practice } from "./practices.js";
import { rankPractices, type RankedPractice } from "./rank-practices.js";
import { ownDimensions, type Recommendation } from "./recommendations.js";
import { topicsOf, type Topic } from "./topics.js";

/** How much each part of a score counts. They add up to 1, so that a score is from 0 to 1. */
export interface FitWeights {
  /** What both are about. */
  topics: number;
  /** What `rankPractices` says of the practice for the city. */
  city: number;
  /** How much of the practice lies in the recommendation's dimensions. */
  dimensions: number;
}

/** The subject leads: a practice of another subject helps no city with this advice, however alike it is. */
export const fitWeights: Readonly<FitWeights> = { topics: 0.5, city: 0.3, dimensions: 0.2 };

/** A practice with what makes it fit a recommendation. */
export interface FittingPractice {
  practice: Practice;
  /** 0 … 1. */
  score: number;
  /** Subjects that both are about, the most telling first, with the practice's word that shows it. */
  shared: { topic: Topic; word: string }[];
  /** Dimensions that both have, in the order of the practice; all of the practice's for one of any dimension. */
  dimensions: Dimension[];
  /** What `rankPractices` found in the recommendation's dimensions; null where no city is chosen. */
  ranked: RankedPractice | null;
}

/**
 * Practices of other places that show how a recommendation can be put into practice, the best first.
 *
 * Only practices that share a dimension with it come into question; all of them where it speaks to any dimension.
 * score = 0.5 topics + 0.3 city + 0.2 dimensions, each from 0 to 1:
 * - topics: of what the recommendation is about, the part that the practice's name and summary are about too. A
 *   topic weighs 1 − the share of practices that have it: rare topics tell more;
 * - city: the score of `rankPractices` for the city, as if the practice had the recommendation's dimensions alone;
 * - dimensions: the share of the practice's dimensions that are the recommendation's.
 *
 * Ties: the order of `rankPractices`, or of the register without a city. A judgement of ours and no finding.
 * @param city the city that looks; its own practices are left out. null where none is chosen
 * @param cities every city of the evidence
 * @param most how many are given; default 3
 */
export function practicesForRecommendation(
  recommendation: Recommendation,
  practices: readonly Practice[],
  city: AskingCity | null,
  cities: readonly CityContext[],
  most = 3,
  weights: FitWeights = fitWeights,
): FittingPractice[] {
  const own = ownDimensions(recommendation);
  const within = (dimension: Dimension) => own.length === 0 || own.includes(dimension);
  const { topicsByPractice, weightOf } = subjectsOf(practices);
  const asked = [...topicsOf(recommendation.summary).keys()];
  const askedWeight = asked.reduce((sum, topic) => sum + weightOf(topic), 0);
  const candidates = practices.filter(({ dimensions }) => dimensions.some(within));
  // Ranked as if it had the recommendation's dimensions alone: a gap elsewhere is no reason to follow this advice.
  const narrowed = new Map<Practice, Practice>(
    candidates.map(
      (practice) => [{ ...practice, dimensions: practice.dimensions.filter(within) }, practice] as const,
    ),
  );
  const ranked: { practice: Practice; ranked: RankedPractice | null }[] = city
    ? rankPractices(city, [...narrowed.keys()], cities).map((ranked) => ({
        practice: narrowed.get(ranked.practice)!,
        ranked,
      }))
    : candidates.map((practice) => ({ practice, ranked: null }));
  return ranked
    .map(({ practice, ranked }): FittingPractice => {
      const about = topicsByPractice.get(practice)!;
      const shared = asked
        .filter((topic) => about.has(topic))
        .sort((a, b) => weightOf(b) - weightOf(a))
        .map((topic) => ({ topic, word: about.get(topic)! }));
      const dimensions = practice.dimensions.filter(within);
      const sharedWeight = shared.reduce((sum, { topic }) => sum + weightOf(topic), 0);
      return {
        practice,
        score:
          weights.topics * (askedWeight === 0 ? 0 : sharedWeight / askedWeight) +
          weights.city * (ranked?.score ?? 0) +
          weights.dimensions * (dimensions.length / practice.dimensions.length),
        shared,
        dimensions,
        ranked,
      };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

interface Subjects {
  topicsByPractice: ReadonlyMap<Practice, ReadonlyMap<Topic, string>>;
  /** A topic that few practices have tells more than one that most have: 1 − the share of practices that have it. */
  weightOf: (topic: Topic) => number;
}

/** Worked out once for a register: a page asks for every recommendation in turn. */
const subjectsByRegister = new WeakMap<readonly Practice[], Subjects>();

function subjectsOf(practices: readonly Practice[]): Subjects {
  const known = subjectsByRegister.get(practices);
  if (known) return known;
  const topicsByPractice = new Map(
    practices.map((practice) => [practice, topicsOf(`${practice.name}. ${practice.summary}`)]),
  );
  const count = new Map<Topic, number>();
  for (const topics of topicsByPractice.values())
    for (const topic of topics.keys()) count.set(topic, (count.get(topic) ?? 0) + 1);
  const weightOf = (topic: Topic) => 1 - (count.get(topic) ?? 0) / Math.max(1, practices.length);
  const subjects = { topicsByPractice, weightOf };
  subjectsByRegister.set(practices, subjects);
  return subjects;
}
