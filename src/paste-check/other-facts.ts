import { textOr } from "../model/evidence-cell.js";
import { practiceKinds } from "../model/names.js";
import type { KeyedFact } from "./counted-facts.js";
import type { Fact, RowsOf, Unit } from "./facts.js";
import { factOf, joined } from "./fact-of-row.js";
import { placeId } from "./place-id.js";

/** Every amount of the table `funding`. */
export function fundingFacts(rowsOf: RowsOf): KeyedFact[] {
  return rowsOf("funding").map((row) => {
    const to = row["year_to"];
    const fact: Fact = {
      indicator: "funding",
      place: placeId(String(row["place"])),
      value: Number(row["amount"]),
      unit: (textOr(row["currency"]) ?? "?") as Unit,
      what: String(row["what"]),
      ...(typeof to === "number" && { year: to }),
      ...factOf(row),
      link: "/funding#documented-amounts",
    };
    return [`funding ${String(row["funding_id"])} amount`, fact];
  });
}

/** Practices of the register by kind, of each city and in all. */
export function practiceFacts(rowsOf: RowsOf): KeyedFact[] {
  const all = rowsOf("practices");
  const cities = [...new Set(all.map((row) => textOr(row["city_id"])))];
  const groups = [null, ...practiceKinds].flatMap((kind) =>
    ["all", ...cities].flatMap((place) => {
      if (place === null) return [];
      const rows = all.filter(
        (row) => (kind === null || row["kind"] === kind) && (place === "all" || row["city_id"] === place),
      );
      return rows.length ? [{ kind, place, rows }] : [];
    }),
  );
  return groups.map(({ kind, place, rows }) => {
    const fact: Fact = {
      indicator: "practices",
      place,
      value: rows.length,
      unit: "count",
      derived: "sum",
      ...(kind !== null && { part: kind }),
      source: joined(rows, "source_id"),
      locator: "counted in the register of practices",
      link: `/practices${kind === null ? "" : `?kind=${kind}`}`,
    };
    return [`practices ${place} ${kind ?? "*"}`, fact];
  });
}

/** Residents and shares of the table `cities` that the table `statistics` does not hold, and how many cities were mapped. */
export function cityFacts(rowsOf: RowsOf, known: readonly Fact[]): KeyedFact[] {
  const has = new Set(known.map(({ indicator, place }) => `${indicator} ${place}`));
  const shares = ["foreign-born-pct", "international-migrants-pct", "migrant-background-pct"];
  const shareKnown = new Set(
    known.filter(({ indicator }) => shares.includes(indicator)).map(({ place }) => place),
  );
  const cities = rowsOf("cities").flatMap((row) => {
    const city = String(row["city_id"]);
    const given = (column: string, indicator: string, unit: Unit): KeyedFact[] => {
      const value = row[column];
      if (typeof value !== "number" || has.has(`${indicator} ${city}`)) return [];
      if (unit === "percent" && shareKnown.has(city)) return [];
      const year = row[unit === "percent" ? "foreign_born_year" : "population_year"];
      const qualifier = row[unit === "percent" ? "foreign_born_qualifier" : "population_qualifier"];
      return [
        [
          `cities ${city} ${column}`,
          {
            indicator,
            place: city,
            value,
            unit,
            ...(typeof year === "number" && { year }),
            ...factOf({ ...row, qualifier }),
            link: `/cities/${city}`,
          },
        ],
      ];
    };
    return [
      ...given("population", "population-persons", "count"),
      ...given("foreign_born_pct", "foreign-born-pct", "percent"),
    ];
  });
  const mapped = rowsOf("cities").filter((row) => row["mapped"] === true);
  const count: Fact = {
    indicator: "mapped-cities",
    place: "all",
    value: mapped.length,
    unit: "count",
    source: joined(mapped, "source_id"),
    locator: joined(mapped, "locator"),
    link: "/cities/",
  };
  return [...cities, ["cities * mapped", count]];
}
