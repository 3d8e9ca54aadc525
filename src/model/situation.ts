import { dimensions, partnershipTypes } from "./names.js";
import { placesOf, type Adoptable, type Adoptables } from "./adoptable.js";
import type { Baseline } from "./baseline.js";
import { everyCity, timingRanges, type Lever } from "./levers.js";
import { phase } from "./phase.js";

const D = dimensions.length;
const P = partnershipTypes.length;
const publicPrivate = partnershipTypes.indexOf("public-private");
const thirdPublic = partnershipTypes.indexOf("third-public");

/** What levers act on. */
export interface Grounds {
  baseline: Baseline;
  /** Practices that may be adopted. */
  practices: Adoptables;
}

/**
 * What the levers do to one city in one year, before any assumption comes in. It is made once and read by every
 * draw.
 */
export interface Situation {
  /** x: share of public funding that is gone, 0 … 1. */
  cut: number;
  /** Rises, as shares of the public funding at the mapping, by what they are spent on. */
  proportional: number;
  gapFirst: number;
  byWeights: Float64Array;
  /** New initiatives by dimension, practices adopted among them. */
  added: Float64Array;
  /** Those of them that cost what the assumptions say of their dimension. */
  priced: Float64Array;
  /** EUR a year of the others: what documents say that they cost. */
  documentedCost: number;
  /** m: partnerships by type. */
  partnerships: Float64Array;
  /**
   * τ: share of the publicly partnered initiatives that are run public–private and were not at the mapping.
   * With q = public–private / (public–private + third–public), τ = max(0, q(t) − q(0)): more third–public
   * partnerships beside them do not hand a cost back.
   */
  handedOver: number;
}

/**
 * The situation of a city in year t.
 *
 * Levers of the same kind add up, each with its own phase, so that their order does not matter and a cut may be
 * followed by a rise. Cuts are set against rises: what is left of the rises keeps its shares between ways of
 * spending, and a cut ends at all of the funding. New third–public partnerships come before the turning.
 *
 * A practice is adopted once in a city: where several levers bring it, the one that acts most counts. It adds nothing
 * to the city it comes from, where it is already there.
 */
export function situationOf(
  { baseline, practices }: Grounds,
  city: number,
  levers: readonly Lever[],
  t: number,
): Situation {
  const id = baseline.cities[city]!;
  const situation: Situation = {
    cut: 0,
    proportional: 0,
    gapFirst: 0,
    byWeights: new Float64Array(D),
    added: new Float64Array(D),
    priced: new Float64Array(D),
    documentedCost: 0,
    partnerships: baseline.partnerships.slice(city * P, (city + 1) * P),
    handedOver: 0,
  };
  const { byWeights, added, priced, partnerships } = situation;
  /** How much of each adopted practice acts, by id. */
  const adopted = new Map<string, number>();
  const before = publicPrivateShareOfPublic(partnerships);
  let turned = 0;
  for (const lever of levers) {
    if (lever.city !== id && lever.city !== everyCity) continue;
    const acting = phase(
      t,
      lever.start ?? timingRanges.start.default,
      lever.ramp ?? timingRanges.ramp.default,
    );
    switch (lever.kind) {
      case "funding":
        if (lever.change < 0) situation.cut -= lever.change * acting;
        else if (lever.spend === "gap-first") situation.gapFirst += lever.change * acting;
        else if (lever.spend === "weights") {
          const weights = dimensions.map((dimension) => lever.weights[dimension] ?? 0);
          const sum = weights.reduce((a, b) => a + b, 0);
          for (let d = 0; d < D; d++) byWeights[d]! += (lever.change * acting * weights[d]!) / sum;
        } else situation.proportional += lever.change * acting;
        break;
      case "initiatives":
        added[dimensions.indexOf(lever.dimension)]! += lever.initiatives * acting;
        priced[dimensions.indexOf(lever.dimension)]! += lever.initiatives * acting;
        break;
      case "partnerships":
        partnerships[partnershipTypes.indexOf(lever.type)]! += lever.partnerships * acting;
        break;
      case "turned":
        turned += lever.share * acting;
        break;
      case "practice":
        adopted.set(lever.practice, Math.max(acting, adopted.get(lever.practice) ?? 0));
    }
  }
  for (const [practice, acting] of adopted) adopt(situation, id, practices.get(practice)!, acting);
  settle(situation);
  const moved = Math.min(1, turned) * partnerships[thirdPublic]!;
  partnerships[thirdPublic]! -= moved;
  partnerships[publicPrivate]! += moved;
  situation.handedOver = Math.max(0, publicPrivateShareOfPublic(partnerships) - before);
  return situation;
}

/** Adds a practice, so far as it acts, to what is new in a city. */
function adopt(situation: Situation, city: string, practice: Adoptable, acting: number): void {
  if (practice.city === city) return;
  const places = placesOf(practice);
  for (const d of places) {
    situation.added[d]! += acting / places.length;
    if (practice.cost === null) situation.priced[d]! += acting / places.length;
  }
  situation.documentedCost += (practice.cost ?? 0) * acting;
}

/** Sets cuts against rises. */
function settle(situation: Situation): void {
  const rise =
    situation.proportional + situation.gapFirst + situation.byWeights.reduce((sum, share) => sum + share, 0);
  if (situation.cut === 0 || rise === 0) {
    situation.cut = Math.min(1, situation.cut);
    return;
  }
  const left = Math.max(0, rise - situation.cut) / rise;
  situation.cut = Math.min(1, Math.max(0, situation.cut - rise));
  situation.proportional *= left;
  situation.gapFirst *= left;
  for (let d = 0; d < D; d++) situation.byWeights[d]! *= left;
}

/** q: share of the partnerships with a public partner that are public–private; 0 where there is none. */
function publicPrivateShareOfPublic(partnerships: Float64Array): number {
  const withPublic = partnerships[publicPrivate]! + partnerships[thirdPublic]!;
  return withPublic > 0 ? partnerships[publicPrivate]! / withPublic : 0;
}

/** The situations of every city in years 0 … horizon, by year and, within it, city. */
export function situationsOf(grounds: Grounds, levers: readonly Lever[], horizon: number): Situation[] {
  return Array.from({ length: horizon + 1 }, (_, t) =>
    grounds.baseline.cities.map((_, city) => situationOf(grounds, city, levers, t)),
  ).flat();
}
