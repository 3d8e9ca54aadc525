import type { DerivedTable } from "./derived-table.js";

/**
 * Where those come from who found, or seek, asylum in the countries of the evidence, in the newest year of the snapshot. A
 * code of origin that is in no list of countries keeps its row, without a name. The snapshot
 * keeps no zeros: an empty number is none, or one that was not collected.
 */
export const refugeeOrigins: DerivedTable = {
  name: "refugee_origins",
  inputs: ["unhcr/population", "country_codes"],
  sql: `select place as iso3, a.name as country, origin as origin_iso3, o.name as origin, period::int as year,
  (sum(value) filter (series = 'refugees'))::int as refugees,
  (sum(value) filter (series = 'asylum_seekers'))::int as asylum_seekers,
  'unhcr/population' as dataset, 'unhcr' as source_id, 'Table population, by country of origin' as locator
from "unhcr/population" u
join country_codes a on a.iso3 = u.place
left join country_codes o on o.iso3 = u.origin
where value is not null and period = (select max(period) from "unhcr/population")
group by all
order by iso3, origin_iso3`,
};
