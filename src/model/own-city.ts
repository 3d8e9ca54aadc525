import { median } from "d3-array";
import { assumptionIds, isOfMappedCity, ofCities, unitOf, type Assumption } from "./assumptions.js";
import type { Baseline } from "./baseline.js";
import { dimensions, partnershipTypes, type Dimension, type PartnershipType } from "./names.js";
import type { Model } from "./model.js";
import { publicShareOfCounts } from "./public-share.js";

/** Stands for the reader's own city where cities are named by id; no city of the evidence can be called so. */
export const ownCityId = "own-city";

/** Highest count that is taken: more than twice what any city of the evidence has in all. */
export const mostCounted = 999;

/** Longest name of a city or country, in characters. */
export const longestName = 60;

/** A city that the evidence does not hold, with the numbers its reader typed. What she left empty is null: not known. */
export interface OwnCity {
  name: string;
  /** Empty where it was not given. */
  country: string;
  initiatives: Readonly<Record<Dimension, number | null>>;
  partnerships: Readonly<Record<PartnershipType, number | null>>;
}

/** Whether anything can be simulated of it: one dimension at least is counted. */
export const canBeSimulated = (city: OwnCity): boolean =>
  dimensions.some((dimension) => city.initiatives[dimension] !== null);

/**
 * The model that a scenario of a reader's own city runs on: her city alone, measured against targets of the mapped
 * cities, with their assumptions. A dimension that she did not count weighs nothing in coverage and fills no gap.
 * @param own undefined for the mapped cities themselves
 */
export function modelFor(model: Model, own: OwnCity | undefined): Model {
  const whole = model.whole ?? model;
  if (own === undefined) return whole;
  const version = whole.version ?? 1;
  const known = new Map(
    [...whole.assumptions, ...ofCities.map((prefix) => ofOwnCity(prefix, own, whole))].map((one) => [
      one.id,
      one,
    ]),
  );
  return {
    whole,
    practices: whole.practices,
    ...(whole.setAside && { setAside: whole.setAside }),
    baseline: baselineOf(own, whole.baseline),
    assumptions: assumptionIds([ownCityId], version)
      .filter((id) => !isOfMappedCity(id))
      .map((id) => known.get(id)!),
    version,
  };
}

function baselineOf(own: OwnCity, { names, initiatives }: Baseline): Baseline {
  const counts = dimensions.map((dimension) => own.initiatives[dimension]);
  const partnerships = partnershipTypes.map((type) => own.partnerships[type]);
  return {
    cities: [ownCityId],
    names: new Map([...names, [ownCityId, own.name]]),
    initiatives: Float64Array.from(counts, (count) => count ?? 0),
    actors: new Float64Array(dimensions.length).fill(Number.NaN),
    partnerships: Float64Array.from(partnerships, (count) => count ?? 0),
    measuredAgainst: initiatives,
    counted: Uint8Array.from(counts, (count) => Number(count !== null)),
    partnershipsCounted: partnerships.every((count) => count !== null),
  };
}

/** Assumptions of which each city has its own, by what stands before the city’s id; the city’s name follows. */
export const namesOfCities = {
  "price-level-": "Price level",
  "public-share-": "Publicly paid share",
  "discount-rate-": "Discount rate",
  "found-": "Share found by the mapping",
  "residents-": "Residents",
  "migrant-share-": "Migrant share",
} as const;

/**
 * An assumption of which each city has its own. The share of its initiatives that public money carries is worked out as
 * for the mapped cities: from its partnerships. What is not known of it is what it is in the mapped cities: their
 * median, from the lowest low to the highest high.
 */
function ofOwnCity(
  prefix: (typeof ofCities)[number],
  { name, partnerships }: OwnCity,
  { assumptions, baseline: { cities } }: Model,
): Assumption {
  const ofMapped = assumptions.filter(({ id }) => cities.some((city) => id === `${prefix}${city}`));
  const told = {
    id: `${prefix}${ownCityId}`,
    name: `${namesOfCities[prefix]}, ${name}`,
    unit: unitOf(`${prefix}${ownCityId}`),
    distribution: ofMapped[0]?.distribution ?? "fixed",
  };
  const counts =
    prefix !== "public-share-" || Object.values(partnerships).includes(null)
      ? null
      : publicShareOfCounts(partnerships as Readonly<Record<PartnershipType, number>>);
  if (counts === null)
    return {
      ...told,
      low: Math.min(...ofMapped.map(({ low }) => low)),
      central: median(ofMapped, ({ central }) => central)!,
      high: Math.max(...ofMapped.map(({ high }) => high)),
      evidence: "assumed",
    };
  const { low, central, high } = counts;
  return { ...told, low, central, high, evidence: "derived" };
}
