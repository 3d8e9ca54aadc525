import { extent } from "d3-array";
import type { CityContext, PolicyLevel, ShareGroup } from "./city-contexts.js";

/**
 * What two cities are compared in before anybody compares what they do: conditions under which a city works, not what
 * it has done. They are the ones that the evidence tells of most mapped cities:
 * - foreign-born: people born abroad, % of residents; 5 of 8 mapped cities, for the other shares count another group;
 * - arrivals: whether large groups of refugees come, or mostly economic migrants; 5 of 8, where a document puts one first;
 * - policy-level: the levels of government with a policy for integration; all of them;
 * - region: the world region; every city of the evidence;
 * - challenges: the kinds of challenge that documents name of the city; all of them.
 *
 * Left out on purpose: initiatives, actors and partnerships are what a comparison is made for, and neighbours chosen by
 * a result hide the differences one looks for; interviews tell how closely a city was looked at; population and year of
 * the share are told of no mapped city.
 */
export const contextVariables = ["foreign-born", "arrivals", "policy-level", "region", "challenges"] as const;
export type ContextVariable = (typeof contextVariables)[number];

/**
 * Why a variable of a city cannot be compared: no document tells it; its share counts another group; of those who arrive
 * the document puts no group first.
 */
export type Missing = "not-known" | "neither-first" | Exclude<ShareGroup, "foreign-born">;

/** One comparison of two cities. */
export interface Difference {
  variable: ContextVariable;
  /** From 0, the same, to 1, as far apart as can be; null where the evidence does not tell of both. */
  apart: number | null;
  /** Where it is null: what is missing of each of the two; null of the one of which it is known. */
  missing?: { own: Missing | null; there: Missing | null };
  /** Both shares of residents born abroad, %, where they are compared. */
  shares?: { own: number; there: number };
  /** Kinds of challenge that both have, and that either has, where they are compared. */
  challenges?: { both: number; either: number };
}

/** A city as far as it is compared. */
export type ComparedCity = Pick<
  CityContext,
  "foreignBornPct" | "shareGroup" | "policyLevel" | "arrivals" | "neitherFirst" | "region" | "challenges"
>;

/**
 * The range of the shares of people born abroad in the evidence, in percentage points: the scale on which two of them
 * are apart. 0 where fewer than two differ.
 */
export function shareRange(cities: readonly Pick<CityContext, "foreignBornPct">[]): number {
  const [least, most] = extent(cities, ({ foreignBornPct }) => foreignBornPct ?? undefined);
  return least === undefined || most === undefined ? 0 : most - least;
}

/**
 * How far a city and another place are apart in each variable, in the order of `contextVariables`. A number is put on
 * the range of the evidence, as in Gower's coefficient, so that it can stand beside categories:
 * - foreign-born: |a − b| / range, at most 1;
 * - arrivals, region: 0 where they are the same, else 1;
 * - policy-level, challenges: 1 − (what both have / what either has), 0 where neither has any level.
 * @param there the other city, where it is one of the evidence
 * @param region of the place, for one that is in no city of the evidence
 * @param range as `shareRange` gives it
 */
export function differencesOf(
  city: ComparedCity,
  there: ComparedCity | undefined,
  region: string | null,
  range: number,
): Difference[] {
  return [
    shares(city, there, range),
    arrivals(city, there),
    compared("policy-level", city.policyLevel, there?.policyLevel, (a, b) => notShared(levels[a], levels[b])),
    // A place whose region nobody knows has an empty one.
    compared("region", city.region || null, there?.region || region, unlike),
    challenges(city.challenges, there?.challenges),
  ];
}

function shares(city: ComparedCity, there: ComparedCity | undefined, range: number): Difference {
  const [a, b] = [city.foreignBornPct, there?.foreignBornPct ?? null];
  if (a === null || b === null)
    return {
      variable: "foreign-born",
      apart: null,
      missing: { own: missingShare(city), there: missingShare(there) },
    };
  const apart = a === b ? 0 : range === 0 ? 1 : Math.min(1, Math.abs(a - b) / range);
  return { variable: "foreign-born", apart, shares: { own: a, there: b } };
}

function missingShare(city: ComparedCity | undefined): Missing | null {
  if (city && city.foreignBornPct !== null) return null;
  const group = city?.shareGroup ?? null;
  return group === null || group === "foreign-born" ? "not-known" : group;
}

function arrivals(city: ComparedCity, there: ComparedCity | undefined): Difference {
  const difference = compared("arrivals", city.arrivals, there?.arrivals, unlike);
  const { missing } = difference;
  const neither = (of: ComparedCity | undefined, why: Missing | null) =>
    of?.neitherFirst ? "neither-first" : why;
  if (!missing) return difference;
  return {
    ...difference,
    missing: { own: neither(city, missing.own), there: neither(there, missing.there) },
  };
}

function challenges(own: readonly string[] | null, there: readonly string[] | null | undefined): Difference {
  const difference = compared("challenges", own, there, notShared);
  if (difference.apart === null) return difference;
  const both = own!.filter((kind) => there!.includes(kind)).length;
  return { ...difference, challenges: { both, either: own!.length + there!.length - both } };
}

/** Null where either is not known: that is neither alike nor unlike. */
function compared<Value>(
  variable: ContextVariable,
  own: Value | null,
  there: Value | null | undefined,
  apart: (own: Value, there: Value) => number,
): Difference {
  if (own !== null && there !== null && there !== undefined) return { variable, apart: apart(own, there) };
  const missing = (value: Value | null | undefined) =>
    value === null || value === undefined ? "not-known" : null;
  return { variable, apart: null, missing: { own: missing(own), there: missing(there) } };
}

const unlike = (a: string, b: string) => (a === b ? 0 : 1);

const levels: Readonly<Record<PolicyLevel, readonly string[]>> = {
  national: ["national"],
  local: ["local"],
  "national-and-local": ["national", "local"],
  none: [],
};

/** The part of two lists that they do not share; two empty ones are the same. */
function notShared(a: readonly string[], b: readonly string[]): number {
  const both = a.filter((name) => b.includes(name)).length;
  const either = a.length + b.length - both;
  return either === 0 ? 0 : 1 - both / either;
}
