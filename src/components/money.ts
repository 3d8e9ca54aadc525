import { formatNumber } from "./format.js";

const signs: Record<string, string> = { EUR: "€", USD: "US$", CAD: "C$", NZD: "NZ$" };

/** An amount with its currency, in millions and billions where it is large: "€197 million"; without a currency bare. */
export function formatMoney(value: number, currency: string | null): string {
  const sign = currency === null ? "" : (signs[currency] ?? `${currency} `);
  const [scaled, word] =
    value >= 999.5e6 ? [value / 1e9, " billion"] : value >= 999_500 ? [value / 1e6, " million"] : [value, ""];
  const decimals = value === 0 ? 0 : word ? (scaled >= 100 ? 0 : 1) : value < 10 ? 2 : 0;
  return `${sign}${formatNumber(scaled, decimals).replace(word ? /\.0$/ : /$^/, "")}${word}`;
}
