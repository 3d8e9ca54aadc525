import { dimensions, partnershipTypes } from "./names.js";
import { bad, good, type Outcome, type Problem } from "./problem.js";

/** A row of an evidence table, by column. */
export type EvidenceRow = Readonly<Record<string, unknown>>;

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
}

/** Rows of the tables that the baseline is made of. */
export interface BaselineRows {
  cities: readonly EvidenceRow[];
  initiatives: readonly EvidenceRow[];
  partnerships: readonly EvidenceRow[];
}

/**
 * The baseline of the mapped cities. A mapped city must have every dimension and every type: a count that is
 * missing is a problem, since it is not zero.
 */
export function readBaseline(rows: BaselineRows): Outcome<Baseline> {
  const cities = rows.cities.filter((row) => row["mapped"] === true).map((row) => String(row["city_id"]));
  const names = new Map(rows.cities.map((row) => [String(row["city_id"]), String(row["name"])]));
  const problems: Problem[] = [];
  const table = (list: readonly EvidenceRow[], kinds: readonly string[], kind: string, column: string) => {
    const found = new Map(list.map((row) => [`${String(row["city_id"])}/${String(row[kind])}`, row[column]]));
    const counts = cities.flatMap((city) => kinds.map((name) => found.get(`${city}/${name}`)));
    return Float64Array.from(counts, (count, i) => {
      if (typeof count === "number" && Number.isFinite(count) && count >= 0) return count;
      const place = `${names.get(cities[Math.floor(i / kinds.length)]!)}, ${kinds[i % kinds.length]}`;
      problems.push({ kind: "missing-count", message: `there is no count of ${column} for ${place}` });
      return Number.NaN;
    });
  };
  if (cities.length === 0) problems.push({ kind: "missing-count", message: "no city is mapped" });
  const baseline: Baseline = {
    cities,
    names,
    initiatives: table(rows.initiatives, dimensions, "dimension", "initiatives"),
    actors: table(rows.initiatives, dimensions, "dimension", "actors"),
    partnerships: table(rows.partnerships, partnershipTypes, "partnership_type", "partnerships"),
  };
  return problems.length > 0 ? bad(...problems) : good(baseline);
}
