import { dimensions, partnershipTypes } from "./names.js";
import type { Grounds } from "./grounds.js";
import type { Acting, Situation } from "./levers/acting.js";
import { everyCity } from "./levers/every-city.js";
import type { LeverKind } from "./levers/lever-kind.js";
import { leverKinds, type Lever } from "./levers/lever-kinds.js";
import { timingRanges } from "./levers/timing.js";
import { phase } from "./phase.js";

const D = dimensions.length;
const P = partnershipTypes.length;
const publicPrivate = partnershipTypes.indexOf("public-private");
const thirdPublic = partnershipTypes.indexOf("third-public");
const kinds: readonly [string, LeverKind][] = Object.entries(leverKinds);

/** The situation of a city in year t: what the levers of each kind that act on it come to, one kind after another. */
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
  const acting = actingOn(id, levers, t);
  if (acting.length === 0) return situation;
  const before = publicPrivateShareOfPublic(situation.partnerships);
  for (const [name, kind] of kinds) {
    const own = acting.filter((one) => one.kind === name);
    if (own.length > 0) kind.act(own, situation, { city: id, practices });
  }
  situation.handedOver = Math.max(0, publicPrivateShareOfPublic(situation.partnerships) - before);
  return situation;
}

/** The levers that act on a city in year t. Their kind stands beside them, where it is quick to read. */
function actingOn(city: string, levers: readonly Lever[], t: number): (Acting<Lever> & { kind: string })[] {
  const { start, ramp } = timingRanges;
  const acting: (Acting<Lever> & { kind: string })[] = [];
  for (const lever of levers) {
    if (lever.city !== city && lever.city !== everyCity) continue;
    const { kind } = lever;
    acting.push({
      kind,
      lever,
      phase: phase(t, lever.start ?? start.default, lever.ramp ?? ramp.default),
    });
  }
  return acting;
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
