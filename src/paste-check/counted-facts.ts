import type { EvidenceRow } from "../model/baseline.js";
import { newestRound, newestRounds } from "../model/newest-round.js";
import type { Fact, RowsOf } from "./facts.js";
import { factOf, joined } from "./fact-of-row.js";

/** A column of counts: the table it stands in, the column that divides it, and where the site shows it. */
interface Counted {
  table: string;
  column: string;
  indicator: string;
  part?: string;
  link: string;
}

const counted: readonly Counted[] = [
  {
    table: "initiatives",
    column: "initiatives",
    indicator: "initiatives",
    part: "dimension",
    link: "/initiatives#coverage",
  },
  {
    table: "initiatives",
    column: "actors",
    indicator: "actors",
    part: "dimension",
    link: "/initiatives#coverage",
  },
  {
    table: "partnerships",
    column: "partnerships",
    indicator: "partnerships",
    part: "partnership_type",
    link: "/partnerships#partnership-matrix",
  },
  ...["contacted", "replied", "rejected", "not_replied", "interviewed"].map((column) => ({
    table: "interviews",
    column,
    indicator: column.replace("_", "-"),
    link: "/initiatives#interviews",
  })),
  {
    table: "interviewees",
    column: "interviewed",
    indicator: "interviewed",
    part: "stakeholder",
    link: "/initiatives#interviews",
  },
];

/** A fact with the key of its row in the table `discrepancies`: table, key and column. */
export type KeyedFact = readonly [key: string, fact: Fact];

/** Every count of the newest rounds: city by city and part by part, with their sums, and the mean of the mapped cities. */
export function countedFacts(rowsOf: RowsOf): KeyedFact[] {
  return counted.flatMap((of) => {
    const rounds = newestRounds(rowsOf(of.table), rowsOf("rounds"));
    const rows = newestRound(rowsOf(of.table), rowsOf("rounds")).filter(
      (row) => typeof row[of.column] === "number",
    );
    const cells = rows.map((row) => fact([row], of, String(row["city_id"]), of.part && String(row[of.part])));
    const parts = of.part ? [...new Set(rows.map((row) => String(row[of.part!])))] : [];
    const cities = [...new Set(rows.map((row) => String(row["city_id"])))];
    const sums = parts.map((part) =>
      fact(
        rows.filter((row) => row[of.part!] === part),
        of,
        "all",
        part,
      ),
    );
    // What each city has over all parts, and all cities over all parts. Table 3 gives the interviews of a city already.
    if (of.part && of.table !== "interviewees") {
      const ofCity = (city: string) => rows.filter((row) => row["city_id"] === city);
      sums.push(...cities.map((city) => fact(ofCity(city), of, city)));
    }
    if (of.table !== "interviewees") sums.push(fact(rows, of, "all"), mean(rows, of, cities.length));
    const years = [...new Set([...rounds.values()].map(({ year }) => year))];
    // Sums over several rounds are of no one year.
    return [...cells, ...sums].map(([key, fact]): KeyedFact => {
      const year = rounds.get(fact.place)?.year ?? (years.length === 1 ? years[0] : undefined);
      return [key, { ...fact, ...(year !== undefined && { year }) }];
    });
  });
}

function fact(rows: readonly EvidenceRow[], of: Counted, place: string, part?: string): KeyedFact {
  const { table, column, indicator, link } = of;
  const [first] = rows;
  const round = String(first?.["round"]);
  const value = rows.reduce((sum, row) => sum + Number(row[column]), 0);
  const key = [place === "all" ? "*" : place, ...(of.part ? [part ?? "*"] : []), round].join("/");
  const base = { indicator, place, value, unit: "count" as const, link, ...(part !== undefined && { part }) };
  if (rows.length === 1) return [`${table} ${key} ${column}`, { ...base, ...factOf(first!) }];
  const places = { source: String(first?.["source_id"]), locator: joined(rows, "locator") };
  return [`${table} ${key} ${column}`, { ...base, ...places, derived: "sum" }];
}

function mean(rows: readonly EvidenceRow[], of: Counted, cities: number): KeyedFact {
  const [key, sum] = fact(rows, of, "all");
  return [
    `${key} mean`,
    { ...sum, indicator: `${of.indicator}-mean`, value: sum.value / cities, derived: "mean" },
  ];
}
