import { dimensions, partnershipTypes } from "../src/model/names.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

/** What a mapping counts of a city: a table, and what it has a row for in each round. */
interface Counted {
  table: string;
  /** The column that tells the rows of a round apart; left out where a round has one row. */
  by?: string;
  /** The values of that column; default those that stand there for one city at least. */
  values?: readonly string[];
  /** Whether every mapped city has a round here. */
  needed: boolean;
}

const counted: readonly Counted[] = [
  { table: "initiatives", by: "dimension", values: dimensions, needed: true },
  { table: "partnerships", by: "partnership_type", values: partnershipTypes, needed: true },
  { table: "interviews", needed: false },
  { table: "interviewees", by: "stakeholder", needed: false },
];

/**
 * Checks that the cities which `cities` calls mapped are those that a mapping counted: each has a round of initiatives
 * and one of partnerships, each round is whole, and no other city has any. A count that is missing is not zero, and a
 * scenario needs every one. Interviews may be missing: nobody has to say whom a mapping asked.
 * @param tables by name; those that are not there, or have problems of their own, are passed over
 */
export function checkMappedCities(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const cities = tables.get("cities");
  if (!cities) return [];
  return counted.flatMap((what) => {
    const table = tables.get(what.table);
    if (!table) return [];
    const kinds = what.by === undefined ? [] : (what.values ?? valuesOf(table, what.by));
    return [
      ...(what.needed ? checkMissing(cities, table, kinds) : []),
      ...(what.by === undefined ? [] : checkWhole(table, what.by, kinds, tables.get("rounds"))),
      ...checkUnmapped(cities, table),
    ];
  });
}

const valuesOf = ({ rows }: Table, column: string): string[] => [
  ...new Set(rows.map((row) => String(row[column]))),
];

function checkMissing(cities: Table, table: Table, kinds: readonly string[]): EvidenceFault[] {
  const known = new Set(table.rows.map((row) => row["city_id"]));
  return cities.rows.flatMap((city, index) => {
    const id = String(city["city_id"]);
    if (city["mapped"] !== true || known.has(id)) return [];
    return evidenceFault(
      { table: cities.name, row: cities.lines[index]!, field: "mapped", value: "true" },
      `needs ${id} in ${table.name}: ${kinds.join(", ")}`,
      `add these ${kinds.length} rows to ${table.resource.path}, also where a count is 0, with a round of rounds.csv; or write false`,
    );
  });
}

/** The rows that a table has of one city in one round. */
interface OneRound {
  row: Row;
  line: number;
  found: Set<string>;
}

/** A round of a city has every row or none. */
function checkWhole(
  table: Table,
  by: string,
  kinds: readonly string[],
  roundTable: Table | undefined,
): EvidenceFault[] {
  const years = new Map(roundTable?.rows.map((row) => [row["round_id"], Number(row["year"])]));
  const rounds = new Map<string, OneRound>();
  table.rows.forEach((row, index) => {
    const key = JSON.stringify([row["city_id"], row["round"]]);
    const round = rounds.get(key) ?? { row, line: table.lines[index]!, found: new Set() };
    round.found.add(String(row[by]));
    rounds.set(key, round);
  });
  const all = [...rounds.values()];
  return all.flatMap((round) => {
    const { row, line, found } = round;
    const missing = kinds.filter((kind) => !found.has(kind));
    if (missing.length === 0) return [];
    return evidenceFault(
      { table: table.name, row: line, field: "round", value: String(row["round"]) },
      `needs ${String(row["city_id"])} in this round also for ${missing.join(", ")}: a count that is missing is not zero`,
      hasOlder(round, missing, all, years)
        ? "add the rows, also where the count is 0; for what this round did not count, carry the older count over with flag e and a note that says so"
        : "add the rows, also where the count is 0; a round that did not count them all cannot be shown: then remove its rows",
    );
  });
}

/** Whether an older round of the same city counted what this one leaves out. */
function hasOlder(
  { row }: OneRound,
  missing: readonly string[],
  rounds: readonly OneRound[],
  years: ReadonlyMap<unknown, number>,
): boolean {
  const yearOf = (one: Row) => years.get(one["round"]) ?? Infinity;
  return rounds.some(
    (other) =>
      other.row["city_id"] === row["city_id"] &&
      yearOf(other.row) < yearOf(row) &&
      missing.some((kind) => other.found.has(kind)),
  );
}

function checkUnmapped(cities: Table, table: Table): EvidenceFault[] {
  const unmapped = new Set(
    cities.rows.filter((city) => city["mapped"] === false).map((city) => city["city_id"]),
  );
  return table.rows.flatMap((row, index) =>
    unmapped.has(row["city_id"])
      ? evidenceFault(
          { table: table.name, row: table.lines[index]!, field: "city_id", value: String(row["city_id"]) },
          "must be a city that cities calls mapped",
          "write true in its column mapped, or remove the row",
        )
      : [],
  );
}
