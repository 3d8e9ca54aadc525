import { newestRound, newestRounds, type Round } from "./newest-round.js";
import { dimensions, partnershipTypes } from "./names.js";
import type { Fault } from "./fault.js";
import { bad, good, type Outcome } from "./outcome.js";

/** A row of an evidence table, by column. */
export type EvidenceRow = Readonly<Record<string, unknown>>;

/** Where a count stands in a document. */
export interface CountSource {
  source_id: string;
  locator: string;
}

/** Tables of counts that a scenario starts from. */
export type CountTable = "initiatives" | "partnerships";

/** What the mapping found, as numbers in rows of cities: where every scenario starts. */
export interface Baseline {
  /** Ids of the mapped cities, in the order of the table `cities`. */
  cities: readonly string[];
  /** Names by id, of every city of the evidence. */
  names: ReadonlyMap<string, string>;
  /** n₀: initiatives, by city and, within it, dimension. */
  initiatives: Float64Array;
  /** a₀: actors, the same shape. An actor may stand in several dimensions. */
  actors: Float64Array;
  /** m₀: partnerships, by city and, within it, type. */
  partnerships: Float64Array;
  /** The rounds that the counts are of, by city; left out where they are of none, as a reader's own. */
  rounds?: Readonly<Record<CountTable, ReadonlyMap<string, Round>>>;
  /** Where each city's counts stand, each place once; left out as `rounds`. */
  sources?: Readonly<Record<CountTable, ReadonlyMap<string, readonly CountSource[]>>>;
  /** Counts of the cities that targets are taken over, as `initiatives`; default those. */
  measuredAgainst?: Float64Array;
  /** 1 where a count of `initiatives` is known; default everywhere. What is not known stands as 0 and counts nowhere. */
  counted?: Uint8Array;
  /** False where a count of `partnerships` is not known; default true. */
  partnershipsCounted?: boolean;
}

/** Rows of the tables that the baseline is made of. */
export interface BaselineRows {
  cities: readonly EvidenceRow[];
  /** In any number of rounds: of each city the newest counts. */
  initiatives: readonly EvidenceRow[];
  partnerships: readonly EvidenceRow[];
  rounds: readonly EvidenceRow[];
}

/**
 * The baseline of the mapped cities. A mapped city must have every dimension and every type: a count that is
 * missing is a fault, since it is not zero.
 */
export function readBaseline(rows: BaselineRows): Outcome<Baseline> {
  const cities = rows.cities.filter((row) => row["mapped"] === true).map((row) => String(row["city_id"]));
  const names = new Map(rows.cities.map((row) => [String(row["city_id"]), String(row["name"])]));
  const faults: Fault[] = [];
  const table = (list: readonly EvidenceRow[], kinds: readonly string[], kind: string, column: string) => {
    const newest = newestRound(list, rows.rounds);
    const found = new Map(
      newest.map((row) => [`${String(row["city_id"])}/${String(row[kind])}`, row[column]]),
    );
    const counts = cities.flatMap((city) => kinds.map((name) => found.get(`${city}/${name}`)));
    return Float64Array.from(counts, (count, i) => {
      if (typeof count === "number" && Number.isFinite(count) && count >= 0) return count;
      const id = cities[Math.floor(i / kinds.length)]!;
      const part = kinds[i % kinds.length]!;
      faults.push({ kind: "missing-count", column, city: { id, name: names.get(id)! }, part });
      return Number.NaN;
    });
  };
  if (cities.length === 0) faults.push({ kind: "no-city-mapped" });
  const baseline: Baseline = {
    cities,
    names,
    initiatives: table(rows.initiatives, dimensions, "dimension", "initiatives"),
    actors: table(rows.initiatives, dimensions, "dimension", "actors"),
    partnerships: table(rows.partnerships, partnershipTypes, "partnership_type", "partnerships"),
    rounds: {
      initiatives: newestRounds(rows.initiatives, rows.rounds),
      partnerships: newestRounds(rows.partnerships, rows.rounds),
    },
    sources: {
      initiatives: placesOf(newestRound(rows.initiatives, rows.rounds)),
      partnerships: placesOf(newestRound(rows.partnerships, rows.rounds)),
    },
  };
  return faults.length > 0 ? bad(...faults) : good(baseline);
}

/** The places in documents that rows name, by city. */
function placesOf(rows: readonly EvidenceRow[]): ReadonlyMap<string, readonly CountSource[]> {
  const found = new Map<string, Map<string, CountSource>>();
  for (const row of rows) {
    const place = { source_id: String(row["source_id"]), locator: String(row["locator"]) };
    const city = String(row["city_id"]);
    const places = found.get(city) ?? new Map<string, CountSource>();
    found.set(city, places.set(JSON.stringify(place), place));
  }
  return new Map([...found].map(([city, places]) => [city, [...places.values()]]));
}
