import { amountIn, convertedSql, currencies, rateYearOf } from "./converted-sql.js";
import { pricedSql } from "./prices-sql.js";

const order = `array_position(['year', 'total', 'project', 'member', 'person'], per), amount_eur desc nulls last, funding_id`;

/** Every amount, as printed and in each currency. */
export const amountsSql = `with ${convertedSql()}
select funding_id, what, kind, place, level, amount, qualifier, currency, year_from, year_to, per,
  case when currency is null then null else rate_year end as rate_year, units_per_eur,
  amount_eur, amount_usd, usd_rate_year, amount_cad, cad_rate_year, amount_nzd, nzd_rate_year,
  flag, note, source_id, locator
from converted
order by ${order}`;

/** The query where the evidence has consumer prices: every amount in prices of each of these years, null its own. */
export const amountsInPricesSql = (years: readonly (number | null)[]) => `with ${pricedSql(years)},
${convertedSql("priced")}
select funding_id, what, kind, place, level, printed as amount, qualifier, currency, year_from, year_to, per,
  case when currency is null or not_adjusted is not null then null else rate_year end as rate_year,
  case when not_adjusted is null then units_per_eur end as units_per_eur,
  amount_eur, ${currencies
    .slice(1)
    .map(
      (currency) =>
        `${amountIn(currency)}, case when not_adjusted is null then ${rateYearOf(currency)} end as ${rateYearOf(currency)}`,
    )
    .join(", ")},
  price_year, price_country, own_index, price_index, converted.amount as in_prices, not_adjusted,
  flag, note, source_id, locator
from converted
order by price_year nulls first, ${order}`;
