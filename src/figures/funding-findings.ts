import { formatNumber } from "../components/format.js";
import { formatMoney } from "../components/money.js";
import type { Finding } from "../components/finding-type.js";
import { number, text } from "../components/figure.js";
import { namesJoined } from "./names-joined.js";

const amounts: Finding = {
  id: "amounts",
  sql: `select count(*)::int as amounts, count(distinct f.source_id)::int as telling,
  count(*) filter (where f.year_from is null and f.year_to is null)::int as undated,
  count(*) filter (where f.currency is null)::int as without_currency,
  count(*) filter (where f.city_id is not null)::int as of_cities,
  ${namesJoined("distinct c.name", "c.mapped")} as mapped
from funding f left join cities c using (city_id)`,
  says([row = {}]) {
    const mapped = text(row, "mapped");
    return (
      `The documents say least about money: ${text(row, "amounts")} amounts, all of them in ${text(row, "telling")} of the five documents, ` +
      `${text(row, "undated")} of them without a year, ${text(row, "without_currency")} without a currency; ` +
      `${text(row, "of_cities")} are tied to a city, ${mapped ? `among the mapped cities ${mapped} alone` : "none of them one that was mapped"}.`
    );
  },
  sources: [
    { source_id: "thp-2014", locator: "whole text" },
    { source_id: "seidle-2019", locator: "whole text" },
    { source_id: "100rc-2016", locator: "whole text" },
  ],
  cells: [],
};

const levels: Finding = {
  id: "who-pays",
  sql: `select min(amount) filter (where level = 'national') as least_national, max(amount) filter (where level = 'local') as most_local,
  arg_max(place, amount) filter (where level = 'local') as local_place,
  arg_min(place, amount) filter (where level = 'national') as national_place,
  -- Hamburg is a city and a Land at once: its money is neither a city's nor a state's alone.
  max(amount) filter (where level = 'regional' and city_id is not null) as city_state,
  arg_max(place, amount) filter (where level = 'regional' and city_id is not null) as city_state_place
from funding
where currency = 'EUR' and per = 'year' and amount > 0`,
  says([row = {}]) {
    const [local, national] = [number(row, "most_local"), number(row, "least_national")];
    const cityState = number(row, "city_state");
    const ratio = local && national ? national / local : 0;
    return (
      `National governments spend on a different scale from cities: of the yearly amounts in euros, the smallest of a national government, zero apart, is ${formatMoney(national ?? 0, "EUR")} (${text(row, "national_place")}), ` +
      `the largest of a city ${formatMoney(local ?? 0, "EUR")} (${text(row, "local_place")}), ${formatNumber(ratio)} times less` +
      (cityState === null
        ? "."
        : `; ${text(row, "city_state_place")}, city and state at once, spent ${formatMoney(cityState, "EUR")}.`)
    );
  },
  sources: [
    { source_id: "seidle-2019", locator: "Tables 1 and 2; footnote 5" },
    { source_id: "thp-2014", locator: "Overview of Case Studies, Policy Framework" },
  ],
  cells: [
    { table: "funding", key: "netherlands-integration-budget-2012", column: "amount" },
    { table: "funding", key: "barcelona-anti-rumour-strategy", column: "amount" },
    { table: "funding", key: "hamburg-refugee-services-2015", column: "amount" },
  ],
};

/** The findings on top of the page of funding. */
export const fundingFindings: Finding[] = [amounts, levels];
