import type { CityContext, PolicyLevel } from "./city-contexts.js";

/** One comparison of two cities. `alike` is from 0 to 1; null where the evidence does not tell of both. */
export interface Likeness {
  aspect: "foreign-born" | "arrivals" | "policy-level" | "region";
  alike: number | null;
  /** Both shares of foreign-born residents, %, where that is what is compared and both are known. */
  shares?: { own: number; there: number };
}

/**
 * What is alike between a city and the place of a practice:
 * - foreign-born: the smaller share of residents over the larger, 1 where both are zero;
 * - arrivals: 1 where the same groups come, else 0;
 * - policy-level: levels that both have over levels that either has; two cities without a policy are alike;
 * - region: 1 in the same world region, else 0.
 * @param there the practice's city, where it is one of the evidence
 * @param region of the practice, for one that is in no city of the evidence
 */
export function likenessesOf(
  city: Omit<CityContext, "initiatives" | "partnerships">,
  there: CityContext | undefined,
  region: string | null,
): Likeness[] {
  return [
    foreignBorn(city.foreignBornPct, there?.foreignBornPct ?? null),
    { aspect: "arrivals", alike: both(city.arrivals, there?.arrivals, same) },
    { aspect: "policy-level", alike: both(city.policyLevel, there?.policyLevel, sharedLevels) },
    { aspect: "region", alike: both(city.region, there?.region ?? region, same) },
  ];
}

function foreignBorn(own: number | null, there: number | null): Likeness {
  if (own === null || there === null) return { aspect: "foreign-born", alike: null };
  const larger = Math.max(own, there);
  return {
    aspect: "foreign-born",
    alike: larger === 0 ? 1 : Math.min(own, there) / larger,
    shares: { own, there },
  };
}

const same = (a: string, b: string) => (a === b ? 1 : 0);

/** Null where either is not known: that is neither alike nor unlike. */
function both<Value>(
  a: Value | null,
  b: Value | null | undefined,
  alike: (a: Value, b: Value) => number,
): number | null {
  return a === null || b === null || b === undefined ? null : alike(a, b);
}

const levels: Readonly<Record<PolicyLevel, readonly string[]>> = {
  national: ["national"],
  local: ["local"],
  "national-and-local": ["national", "local"],
  none: [],
};

function sharedLevels(a: PolicyLevel, b: PolicyLevel): number {
  if (a === b) return 1;
  const either = new Set([...levels[a], ...levels[b]]);
  const shared = levels[a].filter((level) => levels[b].includes(level));
  return shared.length / either.size;
}
