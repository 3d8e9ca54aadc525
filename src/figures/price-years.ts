import type { Choice, Options, Row } from "../components/figure.js";
import { consumerPrices, priceHomes } from "./prices-sql.js";

type Tables = ReadonlyMap<string, { rows: readonly Row[] }>;

let known: readonly number[] = [];

/** Years in whose prices amounts can be shown, the newest first; none where the evidence has no consumer prices. */
export const priceYears = (): readonly number[] => known;

/** Tells the figure of amounts these years: the builder works them out, a page reads them from the figure's frame. */
export function knowPriceYears(years: readonly number[]): void {
  known = years;
}

/** Stands for each amount's own year, and for all years: the rows that are sent with the page. */
export const ownYear = "own";
export const allYears = "all";

/** The year in whose prices amounts are shown. */
export const pricesChoice: Choice = {
  name: "prices",
  label: "Prices",
  control: "list",
  get values() {
    return [
      { value: ownYear, label: "of each amount's own year" },
      ...known.map((year) => ({ value: String(year), label: `of ${year}` })),
    ];
  },
  none: ownYear,
};

/** The year chosen, out of those that are known, so that it may stand in a query; null for each amount's own. */
export function priceYearOf({ prices }: Options): number | null {
  return known.find((year) => String(year) === prices) ?? null;
}

/**
 * The years in whose prices some amount can be shown, the newest first: those of which its country has consumer prices,
 * from the first year of any amount on.
 */
export function priceYearsOf(tables: Tables): number[] {
  const rowsOf = (name: string) => tables.get(name)?.rows ?? [];
  const indexed = new Map<string, Set<number>>();
  for (const row of rowsOf("upstream_statistics")) {
    const isPrice = row.dataset === consumerPrices.dataset && row.indicator_id === consumerPrices.indicator;
    if (!isPrice || row.place_kind !== "country" || !(Number(row.value) > 0)) continue;
    const iso3 = String(row.iso3);
    indexed.set(iso3, (indexed.get(iso3) ?? new Set()).add(Number(row.year)));
  }
  const codes = new Map(rowsOf("country_codes").map((row) => [row.name, row.iso3]));
  const dated = rowsOf("funding").flatMap((row) => {
    const year = row.year_from ?? row.year_to ?? null;
    return year === null ? [] : [{ ...row, year: Number(year) }];
  });
  const first = Math.min(...dated.map(({ year }) => year));
  const years = dated.flatMap(({ year, currency, country }: Row & { year: number }) =>
    priceHomes
      .filter(
        (home) => home.currency === currency && (currency !== "EUR" || home.iso3 === codes.get(country)),
      )
      .flatMap(({ iso3, since }) => {
        const own = indexed.get(iso3);
        return own?.has(year) && year >= since ? [...own].filter((one) => one >= Math.max(first, since)) : [];
      }),
  );
  return [...new Set(years)].sort((a, b) => b - a);
}
