import { formatList, formatNumber } from "../components/format.js";
import { number, text, type CellReference, type Row, type Source } from "./figure.js";

/** A sentence whose every number and name is the answer of a query. */
export interface Finding {
  id: string;
  /** DuckDB SQL; the sentence is written from its rows. */
  sql: string;
  says(rows: Row[]): string;
  sources: Source[];
  /** The totals the sentence speaks of, for the marks of discrepancies; `*` as in `discrepancies.row_key`. */
  cells: CellReference[];
}

const politics: Finding = {
  id: "politics",
  sql: `select sum(initiatives)::int as initiatives,
  sum(initiatives) filter (where dimension = 'political')::int as political,
  count(distinct city_id) filter (where dimension = 'political' and initiatives = 0)::int as cities_without,
  string_agg(name, '|' order by name) filter (where dimension = 'political' and initiatives = 0) as without
from initiatives join cities using (city_id)`,
  says([row = {}]) {
    const all = number(row, "initiatives") ?? 0;
    const political = number(row, "political") ?? 0;
    const without = text(row, "without").split("|").filter(Boolean);
    return (
      `Politics is where cities do least: ${political} of ${all} initiatives (${formatNumber((political / all) * 100)} %) open political life to migrants` +
      (without.length ? `, and ${formatList(without)} ${without.length > 1 ? "have" : "has"} none.` : ".")
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
  cells: [{ table: "initiatives", key: "*/political", column: "initiatives" }],
};

const business: Finding = {
  id: "business",
  sql: `select sum(partnerships)::int as partnerships,
  sum(partnerships) filter (where partnership_type = 'public-private')::int as public_private,
  string_agg(name, '|' order by name) filter (where partnership_type = 'public-private' and partnerships = 0) as without
from partnerships join cities using (city_id)`,
  says([row = {}]) {
    const all = number(row, "partnerships") ?? 0;
    const joined = number(row, "public_private") ?? 0;
    const without = text(row, "without").split("|").filter(Boolean);
    return (
      `Government and business seldom work together: ${joined} of ${all} partnerships (${formatNumber((joined / all) * 100)} %) are public–private` +
      (without.length ? `, none of them in ${formatList(without)}.` : ".")
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 8" }],
  cells: [
    { table: "partnerships", key: "*/*", column: "partnerships" },
    { table: "partnerships", key: "*/public-private", column: "partnerships" },
  ],
};

const effort: Finding = {
  id: "effort",
  sql: `with by_city as (
  select name, interviewed, sum(initiatives)::int as initiatives
  from initiatives join interviews using (city_id) join cities using (city_id)
  group by name, interviewed
)
select corr(interviewed, initiatives) as correlation,
  max_by(name, initiatives / interviewed) as most_city, max(initiatives / interviewed) as most_per_interview,
  min_by(name, initiatives / interviewed) as least_city, min(initiatives / interviewed) as least_per_interview
from by_city`,
  says([row = {}]) {
    return (
      `The counts also measure the looking: per interview, ${text(row, "most_city")} comes first (${formatNumber(number(row, "most_per_interview") ?? 0, 1)} initiatives) ` +
      `and ${text(row, "least_city")} last (${formatNumber(number(row, "least_per_interview") ?? 0, 1)}); ` +
      `interviews and initiatives correlate at ${formatNumber(number(row, "correlation") ?? 0, 2)} over the eight cities.`
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Tables 3 and 7" }],
  cells: [{ table: "interviews", key: "sao-paulo", column: "interviewed" }],
};

/** Every finding of the notebook, by id. */
export const findings: Record<string, Finding> = Object.fromEntries(
  [politics, business, effort].map((finding) => [finding.id, finding]),
);
