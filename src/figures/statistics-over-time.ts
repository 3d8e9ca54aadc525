import { group, max } from "d3-array";
import { bounded, formatLarge, formatList, formatNumber, inWords, mindWords } from "../components/format.js";
import {
  number,
  text,
  type Choice,
  type Figure,
  type Options,
  type Row,
  type RowCells,
  type Source,
} from "../components/figure.js";
import { drawStatistics } from "./draw-statistics.js";
import { statisticOfRow } from "./statistic-of-row.js";
import {
  knowStatisticsOffers,
  mostPlaces,
  statisticsOffers,
  type StatisticsOffers,
} from "./statistics-offers.js";

const indicatorChoice: Choice = {
  name: "indicator",
  label: "Indicator",
  control: "list",
  get values() {
    return statisticsOffers().indicators.map(({ value, label, unit }) => ({
      value,
      label: label.includes(unit) ? label : `${label}, ${unit}`,
    }));
  },
};

const placesChoice: Choice = {
  name: "places",
  label: "Places",
  get values() {
    return [...statisticsOffers().places];
  },
  several: { least: 1, most: mostPlaces },
};

/** The first or the last year shown. */
function yearChoice(name: "from" | "to", label: string, all: string): Choice {
  return {
    name,
    label,
    control: "list",
    get values() {
      const [first, last] = statisticsOffers().years;
      const years = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
      return [
        { value: "", label: all },
        ...(name === "to" ? years.reverse() : years).map((value) => ({ value, label: value })),
      ];
    },
    none: "",
  };
}

/** Stands for every indicator or place: the rows that are sent with the page. */
const all = "all";

/**
 * What is asked for, out of what is offered, so that it may stand in a query: an indicator that is not offered is that of
 * the first view; of places that are not, none is left. Null is all of them.
 */
function askedOf({ indicator = "", places = "", from = "", to = "" }: Options) {
  const offers = statisticsOffers();
  const isIndicator = offers.indicators.some(({ value }) => value === indicator);
  const asked = new Set(places.split(","));
  const [earliest, latest] = offers.years;
  const year = (written: string) =>
    /^\d{4}$/.test(written) && Number(written) >= earliest && Number(written) <= latest
      ? Number(written)
      : null;
  const [first, last] = [year(from), year(to)];
  const turned = first !== null && last !== null && first > last;
  return {
    indicator: indicator === all ? null : isIndicator ? indicator : offers.first.indicator,
    places: places === all ? null : offers.places.flatMap(({ value }) => (asked.has(value) ? [value] : [])),
    from: turned ? last : first,
    to: turned ? first : last,
  };
}

const listed = (ids: readonly string[]) => ids.map((id) => `'${id}'`).join(", ") || "null";

/** Every number of an indicator for some places over the years: of producers of statistics, and of the documents. */
export const statisticsOverTime: Figure = {
  id: "statistics-over-time",
  choices: [
    indicatorChoice,
    placesChoice,
    yearChoice("from", "From", "the first year"),
    yearChoice("to", "To", "the last year"),
  ],
  get options() {
    const { indicator, places } = statisticsOffers().first;
    return { indicator, places: places.join(","), from: "", to: "" };
  },
  sent: { indicator: all, places: all },
  offers: {
    write: () => JSON.stringify(statisticsOffers()),
    read: (written) => knowStatisticsOffers(JSON.parse(written) as StatisticsOffers),
  },
  sql(options) {
    const { indicator, places, from, to } = askedOf(options);
    const asked = [
      indicator === null ? "" : `n.indicator_id = '${indicator}'`,
      places === null ? "" : `n.place_id in (${listed(places)})`,
      from === null ? "" : `n.year >= ${from}`,
      to === null ? "" : `n.year <= ${to}`,
    ].filter(Boolean);
    return `with numbers as (
  select u.indicator_id, u.place_id, coalesce(c.name, u.country, 'The world') as place, u.year, u.value, u.qualifier,
    u.edition, u.dataset, d.moment, d.producer, u.source_id, u.locator, u.flag, u.note
  from upstream_statistics u
  left join cities c using (city_id)
  left join upstream_datasets d using (dataset)
  union all
  select s.indicator_id, coalesce(n.iso3, s.city_id, 'world'), case s.place_kind when 'world' then 'The world' else s.place end,
    s.year, s.value, s.qualifier, null, null, null, o.short_name, s.source_id, s.locator, s.flag, s.note
  from statistics s
  join sources o using (source_id)
  left join country_codes n on s.place_kind = 'country' and n.name = s.place
  where s.value is not null and (s.place_kind = 'world' or s.place_kind = 'country' and n.iso3 is not null
    or s.place_kind = 'city' and s.city_id is not null)
)
select n.*, i.name as indicator, i.unit, i.decimals
from numbers n
join indicators i using (indicator_id)
where ${asked.join(" and ") || "true"}
order by i.name, n.place, n.place_id, n.dataset nulls last, n.year, n.source_id, n.locator, n.value`;
  },
  select(rows, options) {
    const { indicator, places, from, to } = askedOf(options);
    return rows.filter(
      (row) =>
        (indicator === null || row.indicator_id === indicator) &&
        (places === null || places.includes(text(row, "place_id"))) &&
        (from === null || number(row, "year")! >= from) &&
        (to === null || number(row, "year")! <= to),
    );
  },
  title,
  description: (rows) =>
    `Lines of ${indicatorOf(rows).toLowerCase()} over the years. ${[
      ...group(rows.filter(isValued), (row) => text(row, "place")),
    ]
      .map(([place, own]) => {
        const [first, last] = [own[0]!, newest(own)!];
        const lastWords = `${valueWords(last)} in ${text(last, "year")}`;
        return first === last
          ? `${place}: ${lastWords}`
          : `${place}: ${valueWords(first)} in ${text(first, "year")}, ${lastWords}, ${own.length} numbers`;
      })
      .join("; ")}.`,
  columns: [
    { name: "place", title: "Place" },
    { name: "year", title: "Year", year: true },
    { name: "value", title: "Value", asPrinted: true, bound: "qualifier", missing: "held back" },
    { name: "unit", title: "Unit" },
    { name: "moment", title: "Of", missing: "not stated" },
    { name: "producer", title: "Published by" },
    { name: "locator", title: "Place there" },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  words,
  draw: drawStatistics,
  cells: (row): RowCells => ({ value: statisticOfRow(row) }),
  get sources() {
    return everySource();
  },
  sourcesOf(rows) {
    if (rows.length === 0) return everySource();
    const found = new Map<string, Source>();
    for (const row of rows) {
      const source = { source_id: text(row, "source_id"), locator: text(row, "locator") };
      found.set(`${source.source_id} ${source.locator}`, source);
    }
    return [...found.values()];
  },
  caveat:
    "Producers count in different ways and on different days: compare numbers of one producer. A ring is a number of a document. Lines end where a series breaks.",
};

/** Documents and producers behind any of the numbers. */
const everySource = (): Source[] =>
  statisticsOffers().sources.map((source_id) => ({ source_id, locator: "Statistics" }));

const isValued = (row: Row) => number(row, "value") !== null;
const indicatorOf = (rows: readonly Row[]) => text(rows[0] ?? {}, "indicator");

/** The newest number of a producer, or of the documents where no producer has one; of one year that of the newest edition. */
function newest(rows: readonly Row[]): Row | undefined {
  const valued = rows.filter(isValued);
  const published = valued.filter((row) => row.dataset !== null);
  const some = published.length ? published : valued;
  const year = max(some, (row) => number(row, "year")!);
  return some
    .filter((row) => row.year === year)
    .sort((a, b) => text(a, "edition").localeCompare(text(b, "edition")))
    .at(-1);
}

/** "2.7 million", "18.1 %", "0.701". */
function valueWords(row: Row): string {
  const value = number(row, "value")!;
  const unit = text(row, "unit");
  const decimals = Math.min(2, number(row, "decimals") ?? 0);
  const words = unit.startsWith("%")
    ? `${formatNumber(value, Math.min(1, decimals))} %`
    : decimals > 0
      ? formatNumber(value, decimals)
      : formatLarge(Math.round(value));
  return bounded(words, row.qualifier);
}

function title(rows: Row[]): string {
  if (rows.length === 0) return "No number of this indicator for these places and years";
  const indicator = indicatorOf(rows);
  const places = [...group(rows, (row) => text(row, "place"))].flatMap(([place, own]) => {
    const last = newest(own);
    return last ? [{ place, last, own }] : [];
  });
  if (places.length === 0) return `${indicator}: the producers hold these numbers back`;
  if (places.length === 1) {
    const [{ place, last, own }] = places as [(typeof places)[number]];
    const first = own.find(
      (row) => isValued(row) && row.dataset === last.dataset && row.locator === last.locator,
    )!;
    const end = `${valueWords(last)} in ${text(last, "year")}`;
    return first === last
      ? `${indicator}, ${place}: ${end}`
      : `${indicator}, ${place}: from ${valueWords(first)} in ${text(first, "year")} to ${end}`;
  }
  const byValue = places.sort((a, b) => number(b.last, "value")! - number(a.last, "value")!);
  const [most, least] = [byValue[0]!, byValue.at(-1)!];
  // Persons are more or fewer; a share, a price or an index is higher or lower.
  const [highest, lowest] =
    text(most.last, "unit") === "persons" ? ["most", "fewest"] : ["highest", "lowest"];
  const years = new Set(places.map(({ last }) => last.year));
  const of = ({ place, last }: typeof most) =>
    `${place} (${valueWords(last)}${years.size > 1 ? `, ${text(last, "year")}` : ""})`;
  const when = years.size === 1 ? ` in ${text(most.last, "year")}` : "";
  return `${indicator}${when}, of ${inWords(places.length)} places: ${highest} in ${of(most)}, ${lowest} in ${of(least)}`;
}

/** What no picture shows: places without a number, documents' numbers, and where newer ones come from. */
function words(rows: Row[], options: Options): string[] {
  const ofDocuments = rows.filter((row) => row.dataset === null);
  const producers = new Set(rows.filter((row) => row.dataset !== null).map((row) => text(row, "producer")));
  const editions = new Set(rows.flatMap((row) => (row.edition === null ? [] : [text(row, "edition")])));
  const found = new Set(rows.map((row) => text(row, "place_id")));
  const asked = askedOf(options).places;
  const without = statisticsOffers().places.filter(
    ({ value }) => asked?.includes(value) && !found.has(value),
  );
  return [
    without.length ? `No number of this indicator for ${formatList(without.map(({ label }) => label))}.` : "",
    producers.size > 1
      ? `${formatList([...producers].sort())} each have a line of their own: their numbers are not joined.`
      : "",
    editions.size > 1
      ? `Editions ${formatList([...editions].sort())} differ also for the same year: the newest is the full line, the others are dashed.`
      : "",
    ofDocuments.length
      ? `${ofDocuments.length === 1 ? "One number is" : `${ofDocuments.length} numbers are`} of the documents, and stand as rings beside those of the producers.`
      : "",
    statisticsOffers().newer
      ? ""
      : "Only the documents' own numbers are here. npm run refresh fetches newer ones from their producers.",
  ].filter(Boolean);
}
