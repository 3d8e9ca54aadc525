import { formatList, formatNumber } from "../components/format.js";
import type { Finding } from "./findings.js";
import { number, text } from "./figure.js";

const amounts: Finding = {
  id: "amounts",
  sql: `select count(*)::int as amounts, count(*) filter (where f.year_from is null)::int as undated,
  count(*) filter (where f.currency is null)::int as without_currency,
  count(*) filter (where f.city_id is not null)::int as of_cities,
  string_agg(distinct c.name, '|' order by c.name) filter (where c.mapped) as mapped
from funding f left join cities c using (city_id)`,
  says([row = {}]) {
    const mapped = text(row, "mapped").split("|").filter(Boolean);
    return (
      `Money is what the documents tell least of: ${text(row, "amounts")} amounts in five documents, ` +
      `${text(row, "undated")} of them without a year, ${text(row, "without_currency")} without a currency; ` +
      `${text(row, "of_cities")} belong to a city, ${mapped.length ? `among the eight mapped ${formatList(mapped)} alone` : "none of them one of the eight that were mapped"}.`
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
  arg_min(place, amount) filter (where level = 'national') as national_place
from funding
where currency = 'EUR' and per = 'year' and amount > 0`,
  says([row = {}]) {
    const [local, national] = [number(row, "most_local"), number(row, "least_national")];
    const ratio = local && national ? national / local : 0;
    return (
      `States pay in hundreds of millions, cities in hundreds of thousands: the smallest yearly budget of a state in euros is €${formatNumber(national ?? 0)} (${text(row, "national_place")}), ` +
      `the largest of a city €${formatNumber(local ?? 0)} (${text(row, "local_place")}), ${formatNumber(ratio)} times less.`
    );
  },
  sources: [
    { source_id: "seidle-2019", locator: "Tables 1 and 2" },
    { source_id: "thp-2014", locator: "Overview of Case Studies, Policy Framework" },
  ],
  cells: [],
};

/** The findings on top of the page of funding. */
export const fundingFindings: Finding[] = [amounts, levels];
