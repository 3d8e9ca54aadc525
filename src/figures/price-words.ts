import { group } from "d3-array";
import { number, text, type Column, type Row, type Source } from "../components/figure.js";
import { bounded, capital, formatList } from "../components/format.js";
import { formatMoney } from "../components/money.js";
import { priceYears } from "./price-years.js";

/** Where consumer prices come from. */
export const priceSource: Source = {
  source_id: "worldbank-wdi",
  locator: "consumer prices, Indicator FP.CPI.TOTL",
};

/** True where a row stands in prices of another year than its own, or lacks what that takes. */
export const isPriced = (row: Row) => number(row, "price_year") !== null;

/** What a cell says that is empty because the amount could not be adjusted, or else. */
export const unlessAdjusted = (otherwise: string) => (row: Row) =>
  text(row, "not_adjusted") ? "not adjusted" : otherwise;

/** Columns of the table that say what was adjusted, by what. */
export function priceColumns(): Column[] {
  if (priceYears().length === 0) return [];
  const missing = unlessAdjusted("its own year");
  return [
    { name: "price_year", title: "Prices of", year: true, missing },
    { name: "price_country", title: "Consumer prices of", missing },
    { name: "own_index", title: "Index of the first year", unit: "2010 = 100", decimals: 2, missing },
    { name: "price_index", title: "Index of the prices' year", unit: "2010 = 100", decimals: 2, missing },
    { name: "in_prices", title: "In those prices", unit: "currency as printed", bound: "qualifier", missing },
    { name: "not_adjusted", title: "Why not adjusted", words: lacking },
  ];
}

/** What an amount lacks that would let it be adjusted; empty where it lacks nothing. */
function lacking(row: Row): string {
  const words: Record<string, string> = {
    currency: "no currency",
    year: "no year",
    country: "no country whose prices are those of its currency",
    index: `no consumer prices of ${text(row, "price_country")} for ${formatList(yearsWithout(row))}`,
  };
  return text(row, "not_adjusted")
    .split(",")
    .map((reason) => words[reason] ?? reason)
    .join(", ");
}

/** Years of which a row has no index. */
const yearsWithout = (row: Row) => [
  ...(number(row, "own_index") === null ? [text(row, "year_from") || text(row, "year_to")] : []),
  ...(number(row, "price_index") === null ? [text(row, "price_year")] : []),
];

/** The amounts that are left out since they cannot be put into prices of another year, by what they lack, each by name. */
export function notAdjustedSentence(rows: readonly Row[]): string {
  const apart = group(
    rows.filter((row) => text(row, "not_adjusted")),
    lacking,
  );
  if (!apart.size) return "";
  const named = (row: Row) => {
    const printed = formatMoney(number(row, "amount") ?? 0, text(row, "currency") || null);
    return `${text(row, "place")}, ${bounded(printed, row.qualifier)}`;
  };
  const lists = [...apart].map(([lack, own]) => `${capital(lack)}: ${own.map(named).join("; ")}.`);
  return `Not adjusted, and so not on the scale. ${lists.join(" ")}`;
}

/** How amounts were put into prices of a year, or that none was; nothing where the evidence has no consumer prices. */
export function priceSentences(year: number | null, currency: string | null): string[] {
  if (priceYears().length === 0) return [];
  if (year === null) return ["Each amount is in prices of its own year: none is adjusted."];
  return [
    `An amount is put into prices of ${year} in its own currency: multiplied by the consumer prices of ${year} and divided by those of its own year (World Bank). Euros follow the prices of the place's country, dollars those of the country whose dollars they are.`,
    currency
      ? `Only then does an amount in another currency go into euros, at the annual average rate of its own year, not of ${year}: it keeps its real size in its country, and no change of exchange rates since then counts as one of prices.`
      : "Nothing is converted; the table has every amount in each currency.",
  ];
}
