import type { DerivedTable } from "./derived-table.js";

/**
 * The newest number of each indicator and place. Of several of one year the one of the newest edition stands, then the
 * one of the producer that others take theirs from: UN DESA before the World Bank, Eurostat before the OECD.
 */
export const newestStatistics: DerivedTable = {
  name: "newest_statistics",
  inputs: ["upstream_statistics"],
  sql: `select u.* exclude (producer_flag)
from upstream_statistics u
where value is not null
qualify row_number() over (
  partition by indicator_id, place_id
  order by year desc, edition desc nulls last,
    array_position(['undesa', 'unhcr', 'eurostat', 'worldbank-wdi', 'oecd', 'ecb'], source_id)
) = 1
order by indicator_id, place_id`,
};
