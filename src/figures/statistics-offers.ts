import type { Row } from "../components/figure.js";

/** A value that a choice offers. */
export interface Offer {
  value: string;
  label: string;
}

/** What the choices of the figure of statistics offer: it follows from the evidence. */
export interface StatisticsOffers {
  indicators: readonly (Offer & { unit: string; decimals: number })[];
  /** Countries, cities and the world, in the order of their kinds; those of mapped cities first. */
  places: readonly (Offer & { group: string })[];
  /** Country of each city of the evidence, by its id. */
  countries: Readonly<Record<string, string>>;
  /** The first and the last year with a number, by indicator and place. */
  spans: Readonly<Record<string, Readonly<Record<string, readonly [first: number, last: number]>>>>;
  /** The first and the last year of any number. */
  years: readonly [first: number, last: number];
  /** What is shown at first view: the countries of mapped cities with the largest numbers; from which year, "" for all. */
  first: { indicator: string; places: readonly string[]; from: string };
  /** Documents and producers behind the numbers, by id. */
  sources: readonly string[];
  /** True where statistics of producers are there, besides those of the documents. */
  newer: boolean;
}

const none: StatisticsOffers = {
  indicators: [],
  places: [],
  countries: {},
  spans: {},
  years: [0, 0],
  first: { indicator: "", places: [], from: "" },
  sources: [],
  newer: false,
};

let known: StatisticsOffers = none;

export const statisticsOffers = (): StatisticsOffers => known;

/** Tells the figure what it offers: the builder works it out from the evidence, a page reads it from the figure's frame. */
export function knowStatisticsOffers(offers: StatisticsOffers): void {
  known = offers;
}

/** Most places in one picture: more lines than colours cannot be told apart. */
export const mostPlaces = 6;

/**
 * The first view begins here where some of its numbers are older. Until then few countries had numbers of refugees, and
 * those of the others leave them no height; the series of migrants begin in this year.
 */
const beginning = 1990;

/** Shown first where there is a choice: of the indicators that statistics of producers have, those with long series. */
const shownFirst = ["refugees-persons", "international-migrants-persons", "population-persons"];

type Tables = ReadonlyMap<string, { rows: readonly Row[] }>;

/** What the evidence has to offer: indicators of which a country, a city or the world has a number. */
export function offersOf(tables: Tables): StatisticsOffers {
  const rowsOf = (name: string) => tables.get(name)?.rows ?? [];
  const upstream = rowsOf("upstream_statistics");
  const codes = new Map(rowsOf("country_codes").map((row) => [String(row.name), String(row.iso3)]));
  const cities = new Map(rowsOf("cities").map((row) => [String(row.city_id), row]));
  const numbers: readonly Numbered[] = [
    ...upstream.map((row) => ({
      indicator: String(row.indicator_id),
      place: String(row.place_id),
      label:
        row.place_kind === "city"
          ? String(cities.get(String(row.city_id))?.name)
          : String(row.country ?? "The world"),
      year: Number(row.year),
      value: row.value === null ? null : Number(row.value),
      source: String(row.source_id),
    })),
    ...rowsOf("statistics").flatMap((row) => {
      const place = placeOf(row, codes);
      if (place === null || row.value === null) return [];
      const label = place === "world" ? "The world" : String(row.place);
      return [
        {
          indicator: String(row.indicator_id),
          place,
          label,
          year: Number(row.year),
          value: Number(row.value),
          source: String(row.source_id),
        },
      ];
    }),
  ];
  // Where producers' statistics are there, the list has what they measure: documents have one number of most others.
  const offered = new Set(
    (upstream.length ? numbers.slice(0, upstream.length) : numbers).map((row) => row.indicator),
  );
  const own = numbers.filter(({ indicator }) => offered.has(indicator));
  if (own.length === 0) return none;
  const indicators = rowsOf("indicators")
    .filter((row) => offered.has(String(row.indicator_id)))
    .map((row) => ({
      value: String(row.indicator_id),
      label: String(row.name),
      unit: String(row.unit),
      decimals: Number(row.decimals),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
  const ofMapped = new Set(
    [...cities.values()].filter(({ mapped }) => mapped === true).map(({ iso3 }) => String(iso3)),
  );
  const places = [...new Map(own.map(({ place, label }) => [place, label]))]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => rank(a, ofMapped) - rank(b, ofMapped) || a.label.localeCompare(b.label, "en"))
    .map((place) => ({ ...place, group: kinds[rank(place, ofMapped)]! }));
  const years = own.map(({ year }) => year);
  const indicator = shownFirst.find((id) => offered.has(id)) ?? indicators[0]!.value;
  const newest = new Map<string, Numbered>();
  for (const row of own)
    if (row.indicator === indicator && row.value !== null && row.year >= (newest.get(row.place)?.year ?? 0))
      newest.set(row.place, row);
  const largest = places
    .filter(({ value }) => newest.has(value))
    .sort(
      (a, b) =>
        rank(a, ofMapped) - rank(b, ofMapped) || newest.get(b.value)!.value! - newest.get(a.value)!.value!,
    );
  return {
    indicators,
    places,
    countries: Object.fromEntries([...cities].map(([id, { iso3 }]) => [id, String(iso3)])),
    spans: spansOf(own),
    years: [Math.min(...years), Math.max(...years)],
    first: {
      indicator,
      places: largest.slice(0, mostPlaces).map(({ value }) => value),
      from: Math.min(...years) < beginning && beginning < Math.max(...years) ? String(beginning) : "",
    },
    sources: [...new Set(own.map(({ source }) => source))].sort(),
    newer: upstream.length > 0,
  };
}

interface Numbered {
  indicator: string;
  place: string;
  label: string;
  year: number;
  /** Null where a producer holds it back. */
  value: number | null;
  source: string;
}

function spansOf(numbers: readonly Numbered[]): StatisticsOffers["spans"] {
  const spans: Record<string, Record<string, readonly [number, number]>> = {};
  for (const { indicator, place, year, value } of numbers) {
    if (value === null) continue;
    const ofPlaces = (spans[indicator] ??= {});
    const [first, last] = ofPlaces[place] ?? [year, year];
    ofPlaces[place] = [Math.min(first, year), Math.max(last, year)];
  }
  return spans;
}

/** Code of a country, id of a city, or "world"; null for other kinds of places. As in the figure's query. */
function placeOf(row: Row, codes: ReadonlyMap<string, string>): string | null {
  if (row.place_kind === "world") return "world";
  if (row.place_kind === "city") return row.city_id === null ? null : String(row.city_id);
  if (row.place_kind === "country") return codes.get(String(row.place)) ?? null;
  return null;
}

/** Kinds of places, in the order in which they are offered. */
const kinds = ["Countries of the mapped cities", "Other countries", "Cities", "World"] as const;

/** The kind of a place, by its number in `kinds`. */
function rank({ value }: Offer, ofMapped: ReadonlySet<string>): number {
  if (value === "world") return 3;
  if (/^[a-z]/.test(value)) return 2;
  return ofMapped.has(value) ? 0 : 1;
}
