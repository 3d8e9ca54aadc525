import { dimensions } from "./names.js";
import { at, inCity, ofCity } from "./parameters.js";
import type { Baseline } from "./baseline.js";
import type { Situation } from "./levers/acting.js";

const D = dimensions.length;

/** What one year comes to in every city; one object serves many years, and is written anew by each. */
export interface Year {
  /** n, by city and dimension. */
  initiatives: Float64Array;
  /** κ, by city and dimension. */
  coverage: Float64Array;
  /** K_c, by city. */
  cityCoverage: Float64Array;
  /** How much each city weighs in means over cities. */
  cityWeight: Float64Array;
  /** EUR a year by city, undiscounted. The two together are the total. */
  publicCost: Float64Array;
  privateCost: Float64Array;
}

/** Room for one year of so many cities. */
export function yearOf(cities: number): Year {
  return {
    initiatives: new Float64Array(cities * D),
    coverage: new Float64Array(cities * D),
    cityCoverage: new Float64Array(cities),
    cityWeight: new Float64Array(cities),
    publicCost: new Float64Array(cities),
    privateCost: new Float64Array(cities),
  };
}

/**
 * Runs every city of one year.
 * @param situations of all years; those of this one begin at `from`
 * @param parameters as `parametersFrom` writes them
 * @param into is written
 */
export function runYear(
  baseline: Baseline,
  situations: readonly Situation[],
  from: number,
  parameters: Float64Array,
  into: Year,
): void {
  for (let c = 0; c < baseline.cities.length; c++)
    runCity(baseline, situations[from + c]!, parameters, c, into);
}

/**
 * One city in one year under one set of parameters: the arithmetic of section 5 of the design.
 *
 * With C₀ = Σ n₀ cost (all initiatives of the mapping) and B = C₀ · publicShare (their public part):
 * - a cut x loses n₀ · publicShare · passThrough · x in every dimension;
 * - a rise buys money / (q cost) initiatives: the proportional part in proportion to n₀ cost; the gap-first part
 *   θ · gap with gap = max(0, T − n₀ − new), θ = min(1, money / Σ gap q cost), what is left in proportion, so that
 *   all gaps close together and none has to be first; the weighted part by its weights;
 * - κ = min(1, n / T), and 1 where T = 0; K_c = Σ weight κ / Σ weight, over the dimensions that were counted.
 *
 * Who pays: public money carries publicShare of what was there, less the cut's whole share x; what a cut does not
 * lose, others pay. Of what is new it carries q, the public price of an initiative as a share of its cost:
 * - version 1: q is 1 for what a rise buys, and publicShare for new initiatives;
 * - version 2, one price for both: q = min(1, (1 − coFunding (1 − publicShare)) / (1 − crowdingOut)). Others add
 *   coFunding of what they pay for the city's initiatives, and take crowdingOut of each public euro back, at most all
 *   that they added.
 * Where partnerships are handed over, τ of them, public money saves privateShare · τ of what it carries; in version 1
 * not of what a rise bought. An adopted practice costs what documents state where they do, from version 2 on at the
 * prices of the city's country. All else is private: businesses, foundations and the third sector.
 */
function runCity(
  { counted }: Baseline,
  situation: Situation,
  parameters: Float64Array,
  city: number,
  into: Year,
): void {
  const { cut, proportional, gapFirst, byWeights, added, priced, handedOver } = situation;
  const start = city * D;
  const counts = (d: number) => counted === undefined || counted[start + d] === 1;
  const own = ofCity(city);
  const mapped = own + inCity.mapped;
  const aims = own + inCity.target;
  const publicShare = parameters[own + inCity.publicShare]!;
  const notHandedOver = 1 - parameters[at.privateShare]! * handedOver;
  const lost = publicShare * parameters[at.passThrough]! * cut;
  const onePrice = parameters[at.onePrice] === 1;
  const [addedPrice, risePrice] = pricesOf(publicShare, parameters);

  let mappedCost = 0;
  let addedCost = situation.documentedCost * parameters[own + inCity.priceLevel]!;
  let gapCost = 0;
  for (let d = 0; d < D; d++) {
    const cost = parameters[own + inCity.cost + d]!;
    const base = parameters[mapped + d]!;
    const gap = parameters[aims + d]! - base - added[d]!;
    mappedCost += base * cost;
    addedCost += priced[d]! * cost;
    if (gap > 0 && counts(d)) gapCost += gap * cost * risePrice;
  }
  const funding = mappedCost * publicShare;
  const forGaps = Math.min(gapFirst * funding, gapCost);
  const filled = gapCost > 0 ? forGaps / gapCost : 0;
  const rest = proportional * funding + (gapFirst * funding - forGaps);
  // In proportion to n₀ cost means the same growth in every dimension: money · n₀ cost / C₀ / (q cost).
  const growth = rest > 0 ? rest / (mappedCost * risePrice) : 0;

  let bought = rest + forGaps;
  let weighted = 0;
  let weights = 0;
  for (let d = 0; d < D; d++) {
    const target = parameters[aims + d]!;
    const base = parameters[mapped + d]!;
    const gap = target - base - added[d]!;
    const money = byWeights[d]! * funding;
    bought += money;
    const n =
      base * (1 - lost + growth) +
      added[d]! +
      (gap > 0 && counts(d) ? filled * gap : 0) +
      (money > 0 ? money / (parameters[own + inCity.cost + d]! * risePrice) : 0);
    const kappa = n < target ? n / target : 1;
    const weight = counts(d) ? parameters[at.weight + d]! : 0;
    into.initiatives[start + d] = n;
    into.coverage[start + d] = kappa;
    weighted += weight * kappa;
    weights += weight;
  }
  into.cityCoverage[city] = weighted / weights;
  into.cityWeight[city] = parameters[own + inCity.weight]!;

  const kept = mappedCost * (1 - lost);
  const keptPublic = (1 - cut) * mappedCost * (publicShare * notHandedOver);
  const addedPublic = addedCost * (addedPrice * notHandedOver);
  const risePublic = onePrice ? bought * notHandedOver : bought;
  into.publicCost[city] = keptPublic + risePublic + addedPublic;
  // Never below 0 but for rounding: the public part of what was kept is part of it.
  into.privateCost[city] =
    Math.max(0, kept - keptPublic) +
    (addedCost - addedPublic) +
    (bought > 0 ? bought / risePrice - risePublic : 0);
}

/** The part of what is new that public money pays: of new initiatives, and of what a rise buys. */
function pricesOf(publicShare: number, parameters: Float64Array): readonly [added: number, rise: number] {
  if (parameters[at.onePrice] !== 1) return [publicShare, 1];
  const price = publicPriceOf(publicShare, parameters);
  return [price, price];
}

/** q of version 2: what public money pays of a new initiative, as a share of its cost; nothing is handed over yet. */
export function publicPriceOf(publicShare: number, parameters: ArrayLike<number>): number {
  const own = 1 - parameters[at.coFunding]! * (1 - publicShare);
  return Math.min(1, own / (1 - parameters[at.crowdingOut]!));
}
