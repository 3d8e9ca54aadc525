import type { Finding } from "../components/finding-type.js";
import { formatNumber } from "../components/format.js";
import { fundingFindings } from "./funding-findings.js";
import { partnershipFindings } from "./partnership-findings.js";
import { number, text, type Row } from "../components/figure.js";
import { newestRound, roundsOfTotal } from "./newest-round.js";
import { namesJoined } from "./names-joined.js";

/** Of the cities without. */
const haveOrHas = (row: Row) => ((number(row, "cities_without") ?? 1) > 1 ? "have" : "has");

const politics: Finding = {
  id: "politics",
  sql: `select sum(initiatives)::int as initiatives,
  sum(initiatives) filter (where dimension = 'political')::int as political,
  count(distinct city_id) filter (where dimension = 'political' and initiatives = 0)::int as cities_without,
  ${namesJoined("name", "dimension = 'political' and initiatives = 0")} as without,
  ${roundsOfTotal("i")}
from ${newestRound("initiatives")} i join cities using (city_id)`,
  says([row = {}]) {
    const all = number(row, "initiatives") ?? 0;
    const political = number(row, "political") ?? 0;
    const without = text(row, "without");
    return (
      `Politics is where cities do least: ${political} of ${all} initiatives (${formatNumber((political / all) * 100)}\u202f%) open political life to migrants` +
      (without ? `, and ${without} ${haveOrHas(row)} none.` : ".")
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
  cells: [{ table: "initiatives", key: "*/political/thp-2013", column: "initiatives" }],
};

const business: Finding = {
  id: "business",
  sql: `select sum(partnerships)::int as partnerships,
  sum(partnerships) filter (where partnership_type = 'public-private')::int as public_private,
  sum(partnerships) filter (where partnership_type = 'public-private' and p.flag is not null)::int as doubtful,
  count(*) filter (where partnership_type = 'public-private' and partnerships = 0)::int as cities_without,
  ${namesJoined("name", "partnership_type = 'public-private' and partnerships = 0")} as without,
  ${roundsOfTotal("p")}
from ${newestRound("partnerships")} p join cities using (city_id)`,
  says([row = {}]) {
    const all = number(row, "partnerships") ?? 0;
    const joined = number(row, "public_private") ?? 0;
    const doubtful = number(row, "doubtful") ?? 0;
    const without = text(row, "without");
    return (
      `Government and business seldom work together: at most ${joined} of ${all} partnerships (${formatNumber((joined / all) * 100)}\u202f%) are public–private` +
      (doubtful ? `, ${doubtful} of them in cities where the count is doubtful` : "") +
      (without ? `; ${without} ${haveOrHas(row)} none.` : ".")
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 8" }],
  cells: [
    { table: "partnerships", key: "*/*/thp-2013", column: "partnerships" },
    { table: "partnerships", key: "*/public-private/thp-2013", column: "partnerships" },
  ],
};

const effort: Finding = {
  id: "effort",
  sql: `with by_city as (
  select name, interviewed, sum(initiatives)::int as initiatives, counted_in, round, min(i.source_id) as source_id
  from ${newestRound("initiatives")} i left join interviews using (city_id, round) join cities using (city_id)
  group by name, interviewed, counted_in, round
)
select min(interviewed) as fewest, max(interviewed) as most, max_by(name, interviewed) as most_interviewed_city,
  corr(interviewed, initiatives) as correlation,
  (select corr(interviewed, initiatives) from by_city
    where interviewed < (select max(interviewed) from by_city)) as correlation_without,
  max_by(name, initiatives / interviewed) as most_city, max(initiatives / interviewed) as most_per_interview,
  min_by(name, initiatives / interviewed) as least_city, min(initiatives / interviewed) as least_per_interview,
  ${namesJoined("name", "interviewed is null")} as not_recorded,
  ${roundsOfTotal("by_city")}
from by_city`,
  says([row = {}]) {
    const ratio = (name: string, decimals: number) => formatNumber(number(row, name) ?? 0, decimals);
    if (row["most"] === null) return "How many people the mapping asked is not recorded.";
    const unrecorded = text(row, "not_recorded")
      ? ` No interviews are recorded for ${text(row, "not_recorded")}.`
      : "";
    return (
      `The counts rest on ${text(row, "fewest")} to ${text(row, "most")} interviews per city, so small differences mean little. More interviews did not simply find more ` +
      `(correlation ${ratio("correlation", 2)} over all cities, ${ratio("correlation_without", 2)} without ${text(row, "most_interviewed_city")}). ` +
      `Per interview ${text(row, "most_city")} comes first (${ratio("most_per_interview", 1)} initiatives) and ${text(row, "least_city")} last (${ratio("least_per_interview", 1)}).${unrecorded}`
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Tables 3 and 7" }],
  cells: [{ table: "interviews", key: "sao-paulo/thp-2013", column: "interviewed" }],
};

/** Every finding of the notebook, by id. */
export const findings: Record<string, Finding> = Object.fromEntries(
  [politics, business, effort, ...partnershipFindings, ...fundingFindings].map((finding) => [
    finding.id,
    finding,
  ]),
);
