import { median } from "d3-array";
import { dimensions, partnershipTypes, type Dimension, type PartnershipType } from "./names.js";
import { newestRound, newestRounds } from "./newest-round.js";
import type { EvidenceRow } from "./baseline.js";

/** At which level of government there is a policy for integration. */
export const policyLevels = ["national", "local", "national-and-local", "none"] as const;
export type PolicyLevel = (typeof policyLevels)[number];
/** What a document says of the groups that come. */
export const arrivalGroups = ["large-refugee-groups", "mostly-economic"] as const;
export type Arrivals = (typeof arrivalGroups)[number];
/** Whom a document's share of migrants counts. Only shares of people born abroad are compared, and with each other alone. */
export const shareGroups = ["foreign-born", "with-second-generation", "migrants", "not-stated"] as const;
export type ShareGroup = (typeof shareGroups)[number];

/** What is known of a city that makes another one's practices more or less fitting. What no document says is null. */
export interface CityContext {
  id: string;
  name: string;
  country: string;
  region: string;
  /** People born abroad, % of residents; null where no share is told, or the one that is told counts another group. */
  foreignBornPct: number | null;
  /** Whom the share counts that a document tells; null where it tells none. */
  shareGroup: ShareGroup | null;
  policyLevel: PolicyLevel | null;
  arrivals: Arrivals | null;
  /** True where a document tells who arrives and puts neither group first: `arrivals` is null, and not for silence. */
  neitherFirst?: true;
  /** Kinds of challenge that documents name of it, by id; null where they name none. */
  challenges: readonly string[] | null;
  /** Year of its newest round of initiatives; null for a city without a mapping. */
  countedIn: number | null;
  /** Initiatives at the mapping by dimension; null for a city without a mapping. */
  initiatives: Readonly<Record<Dimension, number>> | null;
  /** Partnerships at the mapping by type; null for a city without a mapping. */
  partnerships: Readonly<Record<PartnershipType, number>> | null;
}

/** A city that practices and advice are looked for: one of the evidence, or one whose counts are known in part. */
export type AskingCity = Omit<CityContext, "initiatives" | "partnerships"> & {
  initiatives: Readonly<Record<Dimension, number | null>> | null;
  partnerships: Readonly<Record<PartnershipType, number | null>> | null;
};

/** How far a city stands below the median of the mapped cities in a dimension. */
export interface CityGap {
  dimension: Dimension;
  /** Initiatives of the city. */
  own: number;
  /** Median of the mapped cities. */
  median: number;
  /** 1 − min(1, own / median), 0 where the median is 0. */
  gap: number;
}

/** The tables that contexts are read from. */
export const contextTables = [
  "cities",
  "city_policies",
  "challenges",
  "initiatives",
  "partnerships",
  "rounds",
] as const;

/** Every city of the evidence, in the order of the table `cities`. */
export function readCityContexts(
  rowsOf: (table: (typeof contextTables)[number]) => readonly EvidenceRow[],
): CityContext[] {
  const policies = new Map(rowsOf("city_policies").map((row) => [row["city_id"], row]));
  const challenges = challengesByCity(rowsOf("challenges"));
  const newest = (table: "initiatives" | "partnerships") => newestRound(rowsOf(table), rowsOf("rounds"));
  const rounds = newestRounds(rowsOf("initiatives"), rowsOf("rounds"));
  const initiatives = countsByCity(newest("initiatives"), "dimension", "initiatives", dimensions);
  const partnerships = countsByCity(
    newest("partnerships"),
    "partnership_type",
    "partnerships",
    partnershipTypes,
  );
  return rowsOf("cities").map((row): CityContext => {
    const id = String(row["city_id"]);
    const policy = policies.get(id);
    return {
      id,
      name: String(row["name"]),
      country: String(row["country"]),
      region: String(row["region"]),
      ...shareOf(row),
      policyLevel: (policy?.["policy_level"] as PolicyLevel | undefined) ?? null,
      arrivals: (policy?.["arrivals"] as Arrivals | null | undefined) ?? null,
      ...(policy?.["arrivals"] === null && { neitherFirst: true as const }),
      challenges: challenges.get(id) ?? null,
      countedIn: (row["mapped"] === true && rounds.get(id)?.year) || null,
      initiatives: (row["mapped"] === true && initiatives.get(id)) || null,
      partnerships: (row["mapped"] === true && partnerships.get(id)) || null,
    };
  });
}

/** The share of a city, and whom it counts. */
function shareOf(row: EvidenceRow): Pick<CityContext, "foreignBornPct" | "shareGroup"> {
  const share = row["foreign_born_pct"];
  if (typeof share !== "number") return { foreignBornPct: null, shareGroup: null };
  // A share of which nobody says whom it counts is not taken for one of people born abroad.
  const shareGroup = (row["foreign_born_group"] as ShareGroup | null | undefined) ?? "not-stated";
  return { foreignBornPct: shareGroup === "foreign-born" ? share : null, shareGroup };
}

function challengesByCity(rows: readonly EvidenceRow[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const [id, kind] = [String(row["city_id"]), String(row["challenge"])];
    found.set(id, [...(found.get(id) ?? []), kind]);
  }
  return found;
}

/** Counts by city, of the cities that have one of each. */
function countsByCity<Name extends string>(
  rows: readonly EvidenceRow[],
  named: string,
  counted: string,
  names: readonly Name[],
): ReadonlyMap<string, Readonly<Record<Name, number>>> {
  const all = new Map<string, Map<unknown, number>>();
  for (const row of rows) {
    const id = String(row["city_id"]);
    const own = all.get(id) ?? new Map<unknown, number>();
    own.set(row[named], Number(row[counted]));
    all.set(id, own);
  }
  return new Map(
    [...all]
      .filter(([, own]) => names.every((name) => own.has(name)))
      .map(([id, own]) => [
        id,
        Object.fromEntries(names.map((name) => [name, own.get(name)!])) as Record<Name, number>,
      ]),
  );
}

/** Kinds of partnership between two sectors of which a city has none, as far as that is known. */
export function missingPartnerships({ partnerships }: Pick<AskingCity, "partnerships">): PartnershipType[] {
  return partnershipTypes.filter((type) => type !== "other" && partnerships?.[type] === 0);
}

/** Median initiatives of the mapped cities, by dimension (R-7: half values occur with an even number of cities). */
export function medians(cities: readonly CityContext[]): Record<Dimension, number> {
  const mapped = cities.flatMap(({ initiatives }) => initiatives ?? []);
  return Object.fromEntries(
    dimensions.map((dimension) => [dimension, median(mapped, (counts) => counts[dimension]) ?? 0]),
  ) as Record<Dimension, number>;
}

/**
 * How far a city stands below the median, in each dimension whose count is known.
 * @returns null for a city of which no count is known: its gaps are not known, which is not to say that it has none
 */
export function standingsOf(
  city: Pick<AskingCity, "initiatives">,
  median: Readonly<Record<Dimension, number>>,
): CityGap[] | null {
  const { initiatives } = city;
  if (!initiatives) return null;
  const known = dimensions.flatMap((dimension): CityGap[] => {
    const own = initiatives[dimension];
    if (own === null) return [];
    const covered = median[dimension] === 0 ? 1 : Math.min(1, own / median[dimension]);
    return [{ dimension, own, median: median[dimension], gap: 1 - covered }];
  });
  return known.length ? known : null;
}
