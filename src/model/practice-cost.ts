import type { EvidenceRow } from "./baseline.js";
import type { PracticeCost } from "./practices.js";

/** What a practice costs a year, and the amount of the documents it was taken from. */
export interface YearlyCost {
  /** EUR a year, in whole euros. */
  euros: number;
  /** The amount as printed. */
  from: PracticeCost;
}

/** Units of a currency for one euro, by currency and year: "USD/2017". */
export type Rates = ReadonlyMap<string, number>;

/** Rates from rows of the table `exchange_rates`. */
export function readRates(rows: readonly EvidenceRow[]): Rates {
  return new Map(
    rows.map((row) => [`${String(row["currency"])}/${String(row["year"])}`, Number(row["units_per_eur"])]),
  );
}

/** Kinds of amounts that pay for work. What is lent, invested or charged, or handed on, is no cost of running it. */
const spent: readonly string[] = ["budget", "programme", "grant", "project"];

/** Levels of government whose amounts are for a country or several: no city would pay them for an initiative. */
const beyondCities: readonly (string | null)[] = ["national", "international"];

/**
 * What documents say that a practice costs a year, or null where they do not say it.
 *
 * An amount a year counts as it is; one for a project or in total is divided by the years that it pays for, or else by
 * those it covers, the first and the last among them. The budget of an organisation for several fields of work is
 * divided by them: an adopted practice is one initiative. What was paid once, without years, is no cost a year. Other money is turned into euros at the
 * average rate of the amount's first year; without a currency, a year or a rate it is not. Amounts for a person or a
 * member, loans, fees, investments and transfers, and amounts of a nation or beyond are left out. Of several the
 * latest is taken, and of those of one year the first.
 */
export function yearlyCost(costs: readonly PracticeCost[], rates: Rates): YearlyCost | null {
  const yearly = costs.flatMap((from): YearlyCost[] => {
    const years = yearsOf(from);
    const rate = rateOf(from, rates);
    const counts = spent.includes(from.kind) && !beyondCities.includes(from.level) && from.amount > 0;
    return counts && years !== null && rate !== null
      ? [{ euros: Math.round(from.amount / years / (from.fields ?? 1) / rate), from }]
      : [];
  });
  const latest = Math.max(...yearly.map(({ from }) => lastYearOf(from)));
  return yearly.find(({ from }) => lastYearOf(from) === latest) ?? null;
}

/** How many years an amount is for; null where that cannot be told. */
function yearsOf({ per, yearFrom, yearTo, yearsPaid }: PracticeCost): number | null {
  if (per === "year") return 1;
  if (per !== "project" && per !== "total") return null;
  if (yearsPaid !== undefined) return yearsPaid;
  if (yearFrom === null) return null;
  const years = (yearTo ?? yearFrom) - yearFrom + 1;
  return years > 0 ? years : null;
}

function rateOf({ currency, yearFrom }: PracticeCost, rates: Rates): number | null {
  if (currency === "EUR") return 1;
  const rate = currency === null || yearFrom === null ? undefined : rates.get(`${currency}/${yearFrom}`);
  return rate !== undefined && rate > 0 ? rate : null;
}

const lastYearOf = ({ yearFrom, yearTo }: PracticeCost) => yearTo ?? yearFrom ?? -Infinity;
