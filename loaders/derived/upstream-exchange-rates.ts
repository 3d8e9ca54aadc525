import type { DerivedTable } from "./derived-table.js";

/** Annual averages of the euro's reference rates, also of years in which no document names an amount. */
export const upstreamExchangeRates: DerivedTable = {
  name: "upstream_exchange_rates",
  inputs: ["ecb/annual-rates"],
  sql: `select series as currency, period::int as year, round(value, 6) as units_per_eur, 'ecb/annual-rates' as dataset,
  'ecb' as source_id, 'Series EXR.D.' || series || '.EUR.SP00.A, mean of the daily fixings' as locator,
  nullif(flag, '') as flag,
  case flag when 'p' then 'units_per_eur: provisional, the year was not over.' end as note
from "ecb/annual-rates"
where value is not null
order by currency, year`,
};
