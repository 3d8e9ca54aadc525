import { readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { dataFolder } from "../package.js";

/** How producers name a country; null where one does not have it. */
export interface CountryCodes {
  iso3: string;
  name: string;
  m49: string;
  eurostat: string | null;
}

const rowsOf = (table: string) => csvParse(readFileSync(join(dataFolder, `${table}.csv`), "utf8"));

let known: CountryCodes[] | undefined;

/** Every country of `data/country_codes.csv`, in the order of its codes. */
export function countryCodes(): CountryCodes[] {
  return (known ??= rowsOf("country_codes").map(({ iso3 = "", name = "", m49 = "", eurostat }) => ({
    iso3,
    name,
    m49,
    eurostat: eurostat || null,
  })));
}

/** The countries of the evidence's cities, in the order of their codes. */
export function countriesOfEvidence(): CountryCodes[] {
  const wanted = new Set(rowsOf("cities").map(({ iso3 }) => iso3));
  return countryCodes().filter(({ iso3 }) => wanted.has(iso3));
}

/** Cities of the evidence by their code in a list of `data/city_codes.csv`. */
export function cityCodes(list: "urban-audit" | "oecd-fua"): Map<string, string> {
  const rows = rowsOf("city_codes").filter((row) => row["list"] === list);
  return new Map(rows.map(({ code = "", city_id = "" }) => [code, city_id]));
}

/** Names of the cities of the evidence by their code in such a list. */
export function cityNames(list: "urban-audit" | "oecd-fua"): Map<string, string> {
  const names = new Map(rowsOf("cities").map(({ city_id = "", name = "" }) => [city_id, name]));
  return new Map([...cityCodes(list)].map(([code, city]) => [code, names.get(city) ?? city]));
}

/** Currencies in which the evidence has amounts, besides the euro. */
export function currenciesOfEvidence(): string[] {
  const found = rowsOf("funding").flatMap(({ currency }) =>
    currency && currency !== "EUR" ? [currency] : [],
  );
  return [...new Set(found)].sort();
}
