import type { Options } from "../components/figure.js";
import { statisticsOffers } from "./statistics-offers.js";

/** Stands for every indicator or place: the rows that are sent with the page. */
export const all = "all";

/** What is asked for, out of what is offered; null is all of them. */
export interface Asked {
  indicator: string | null;
  places: readonly string[] | null;
  from: number | null;
  to: number | null;
}

/**
 * What is asked for, so that it may stand in a query: an indicator or a first year that is not offered is that of the
 * first view; of places that are not, none is left; years turned round are put right.
 */
export function askedOf({ indicator = "", places = "", from = "", to = "" }: Options): Asked {
  const offers = statisticsOffers();
  const isIndicator = offers.indicators.some(({ value }) => value === indicator);
  const asked = new Set(places.split(","));
  const isFrom = from === "" || offeredYear(from) !== null;
  const [first, last] = [offeredYear(isFrom ? from : offers.first.from), offeredYear(to)];
  const turned = first !== null && last !== null && first > last;
  return {
    indicator: indicator === all ? null : isIndicator ? indicator : offers.first.indicator,
    places: places === all ? null : offers.places.flatMap(({ value }) => (asked.has(value) ? [value] : [])),
    from: turned ? last : first,
    to: turned ? first : last,
  };
}

function offeredYear(written: string): number | null {
  const [earliest, latest] = statisticsOffers().years;
  const year = /^\d{4}$/.test(written) ? Number(written) : NaN;
  return year >= earliest && year <= latest ? year : null;
}

/**
 * Years in their order, so that address and lists say what the picture shows. The year that the first view begins with
 * was chosen by nobody: it gives way to a last year before it.
 */
export function settleYears(options: Options): { options: Options; said: string } {
  const { from = "", to = "" } = options;
  if (from === "" || to === "" || Number(from) <= Number(to)) return { options, said: "" };
  if (from === statisticsOffers().first.from)
    return {
      options: { ...options, from: "" },
      said: `${to} is before ${from}, so the years are shown from the first.`,
    };
  return {
    options: { ...options, from: to, to: from },
    said: `${from} is after ${to}, so the years were turned round.`,
  };
}

/** "from 2010 to 2020", "in 2010", "since 2010", "until 2020"; empty for all years. */
export function yearsAsked({ from, to }: Pick<Asked, "from" | "to">): string {
  if (from !== null && to !== null) return from === to ? `in ${from}` : `from ${from} to ${to}`;
  if (from !== null) return `since ${from}`;
  return to === null ? "" : `until ${to}`;
}
