/** Where the consumer prices stand in the table `upstream_statistics`. */
export const consumerPrices = { dataset: "worldbank/consumer-prices", indicator: "consumer-prices-index" };

/** A country whose prices an amount in a currency follows, and the first year in which it had that currency. */
export interface PriceHome {
  currency: string;
  iso3: string;
  since: number;
}

/** Countries of the euro by the year in which they took it. */
const euro: Record<number, string> = {
  1999: "AUT BEL DEU ESP FIN FRA IRL ITA LUX NLD PRT",
  2001: "GRC",
  2007: "SVN",
  2008: "CYP MLT",
  2009: "SVK",
  2011: "EST",
  2014: "LVA",
  2015: "LTU",
  2023: "HRV",
  2026: "BGR",
};

/**
 * Whose prices an amount follows. A currency of one country has that country's; euros have those of the country of
 * the amount's place, as long as it has the euro. An amount in a currency that is not here is never adjusted.
 */
export const priceHomes: readonly PriceHome[] = [
  { currency: "CAD", iso3: "CAN", since: 0 },
  { currency: "NZD", iso3: "NZL", since: 0 },
  { currency: "USD", iso3: "USA", since: 0 },
  ...Object.entries(euro).flatMap(([since, countries]) =>
    countries.split(" ").map((iso3) => ({ currency: "EUR", iso3, since: Number(since) })),
  ),
];

/**
 * Query part `priced`: the rows of `funding` once for each of the years of prices, with `amount` in prices of
 * `price_year` and `printed` as the document has it.
 *
 * An amount is multiplied by the index of `price_year` and divided by that of its own year, which is its first year, else
 * its last: the year of its document is none. `not_adjusted` says what an amount lacks (`currency`, `year`, `country`,
 * `index`, joined by commas); its `amount` is then empty.
 * @param years of prices; null is each amount's own year, whose rows are as printed
 */
export const pricedSql = (years: readonly (number | null)[]) => `price_homes(currency, iso3, since) as (values
  ${priceHomes.map(({ currency, iso3, since }) => `('${currency}', '${iso3}', ${since})`).join(", ")}
),
consumer_prices as (
  select iso3, year, value from upstream_statistics
  where dataset = '${consumerPrices.dataset}' and indicator_id = '${consumerPrices.indicator}'
    and place_kind = 'country' and value > 0
),
-- Each amount for each year of prices, with the country whose prices it follows.
asked as (
  select f.*, y.price_year, coalesce(f.year_from, f.year_to) as own_year, h.iso3 as price_iso3
  from funding f
  cross join (select unnest([${years.map((year) => year ?? "null").join(", ")}]::int[]) as price_year) y
  left join country_codes n on n.name = f.country
  left join price_homes h on h.currency = f.currency and (h.currency <> 'EUR' or h.iso3 = n.iso3)
    and h.since <= least(coalesce(f.year_from, f.year_to, y.price_year), y.price_year) and y.price_year is not null
),
indexed as (
  select a.*, n.name as price_country, o.value as own_index, p.value as price_index,
    case when a.price_year is not null then nullif(concat_ws(',',
      case when a.currency is null then 'currency' end,
      case when a.own_year is null then 'year' end,
      case when a.currency is not null and a.price_iso3 is null then 'country' end,
      case when a.own_year is not null and a.price_iso3 is not null and (o.value is null or p.value is null) then 'index' end
    ), '') end as not_adjusted
  from asked a
  left join country_codes n on n.iso3 = a.price_iso3
  left join consumer_prices o on o.iso3 = a.price_iso3 and o.year = a.own_year
  left join consumer_prices p on p.iso3 = a.price_iso3 and p.year = a.price_year
),
priced as (
  select i.* replace (
      case when i.price_year is null then i.amount
        when i.not_adjusted is null then i.amount * (i.price_index / i.own_index) end as amount
    ), i.amount as printed
  from indexed i
)`;
