/** Currencies that amounts can be shown in; the first is that of the page's first view. */
export const currencies = ["EUR", "USD", "CAD", "NZD"] as const;
export type Currency = (typeof currencies)[number];

/** Column of an amount in a currency, and of the year of the rate from euros into it. */
export const amountIn = (currency: Currency) => `amount_${currency.toLowerCase()}`;
export const rateYearOf = (currency: Currency) => `${currency.toLowerCase()}_rate_year`;

const others = currencies.filter((currency) => currency !== "EUR");

/**
 * Query part `converted`: every row of `funding`, or of a part made from it, with its amount in each currency.
 *
 * An amount goes into euros at the annual average of its own year: its first year, else its last, else the year of
 * its document. From euros into another currency it goes at that year's rate too, or where the evidence has none, at
 * the nearest year's (`usd_rate_year` and so on say which). An amount without a currency, and one whose own rate is
 * missing, stays empty. The rate is that of its own year also where `amounts` has it in prices of another.
 * @param amounts name of a table with the columns of `funding`
 */
export const convertedSql = (amounts = "funding") => `dated as (
  select f.*, coalesce(f.year_from, f.year_to, s.year) as rate_year
  from ${amounts} f join sources s using (source_id)
),
in_euros as (
  select d.*, case when d.currency = 'EUR' then 1 else r.units_per_eur end as units_per_eur,
    d.amount / case when d.currency = 'EUR' then 1 else r.units_per_eur end as amount_eur
  from dated d
  left join exchange_rates r on r.currency = d.currency and r.year = d.rate_year
),
-- The rate into each currency for each year of an amount: of that year, or of the nearest that has one.
nearest as (
  select y.rate_year, r.currency,
    arg_min(r.year, abs(r.year - y.rate_year) * 10000 + r.year) as year,
    arg_min(r.units_per_eur, abs(r.year - y.rate_year) * 10000 + r.year) as rate
  from (select distinct rate_year from dated) y
  cross join exchange_rates r
  where r.units_per_eur is not null
  group by all
),
converted as (
  select e.*,
${others
  .map(
    (currency) =>
      `    case when e.currency = '${currency}' then e.amount else e.amount_eur * ${currency.toLowerCase()}.rate end as ${amountIn(currency)},
    case when e.currency is null or e.currency = '${currency}' then null else ${currency.toLowerCase()}.year end as ${rateYearOf(currency)}`,
  )
  .join(",\n")}
  from in_euros e
${others.map((currency) => `  left join nearest ${currency.toLowerCase()} on ${currency.toLowerCase()}.rate_year = e.rate_year and ${currency.toLowerCase()}.currency = '${currency}'`).join("\n")}
)`;
