import { dimensions, partnershipTypes } from "../src/model/names.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Cell, Table } from "./read-table.js";

/**
 * What the mapping counted in each city: a table, the column of which it has a row for every value, and those values.
 * Without values they are the ones that stand there for one city at least; without a column it is one row.
 */
const counted: readonly { table: string; by?: string; values?: readonly string[] }[] = [
  { table: "initiatives", by: "dimension", values: dimensions },
  { table: "partnerships", by: "partnership_type", values: partnershipTypes },
  { table: "interviews" },
  { table: "interviewees", by: "stakeholder" },
];

/**
 * Checks that the cities which `cities` calls mapped are those that the mapping counted: each has all of its rows, and
 * no other city has any. A count that is missing is not zero, and a scenario needs every one.
 * @param tables by name; those that are not there, or have problems of their own, are passed over
 */
export function checkMappedCities(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const cities = tables.get("cities");
  if (!cities) return [];
  return counted.flatMap(({ table: name, by, values }) => {
    const table = tables.get(name);
    if (!table) return [];
    const used = () => table.rows.map((row) => (by === undefined ? null : (row[by] ?? null)));
    const kinds = by === undefined ? [null] : (values ?? [...new Set(used())]);
    return [...checkMissing(cities, table, by, kinds), ...checkUnmapped(cities, table)];
  });
}

function checkMissing(
  cities: Table,
  table: Table,
  by: string | undefined,
  kinds: readonly Cell[],
): EvidenceFault[] {
  const keyOf = (city: Cell | undefined, kind: Cell | undefined) => JSON.stringify([city, kind]);
  const known = new Set(table.rows.map((row) => keyOf(row["city_id"], by === undefined ? null : row[by])));
  return cities.rows.flatMap((city, index) => {
    if (city["mapped"] !== true) return [];
    const missing = kinds.filter((kind) => !known.has(keyOf(city["city_id"], kind)));
    if (missing.length === 0) return [];
    const which = by === undefined ? "" : `: ${missing.join(", ")}`;
    return evidenceFault(
      { table: cities.name, row: cities.lines[index]!, field: "mapped", value: "true" },
      `needs ${String(city["city_id"])} in ${table.name}${which}`,
      "add the rows, also where a count is 0, or write false",
    );
  });
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
