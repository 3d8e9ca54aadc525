import type { Choice, Options } from "../components/figure.js";
import { currencies, type Currency } from "./converted-sql.js";

const original = "original";
const names: Record<Currency, string> = {
  EUR: "euros (EUR)",
  USD: "US dollars (USD)",
  CAD: "Canadian dollars (CAD)",
  NZD: "New Zealand dollars (NZD)",
};

/** The currency that amounts are shown in. */
export const currencyChoice: Choice = {
  name: "currency",
  label: "Currency",
  control: "list",
  values: [
    ...currencies.map((value) => ({ value, label: names[value] })),
    { value: original, label: "original, as printed" },
  ],
};

/** The currency chosen; null for the original of each amount. */
export function currencyOf({ currency = "EUR" }: Options): Currency | null {
  if (currency === original) return null;
  return currencies.find((offered) => offered === currency) ?? "EUR";
}
