import { formatCell, formatNumber, mindWords } from "../components/format.js";
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
import { drawNoStatistics, noStatistics } from "./no-statistics.js";
import { statisticOfRow } from "./statistic-of-row.js";
import { all, askedOf, settleYears } from "./statistics-asked.js";
import {
  knowStatisticsOffers,
  mostPlaces,
  statisticsOffers,
  type StatisticsOffers,
} from "./statistics-offers.js";
import { caveat, description, title, words } from "./statistics-words.js";

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
  empty(options) {
    const { places } = statisticsOffers();
    const spans = spansAt(options);
    return new Set(places.flatMap(({ value }) => (spans[value] ? [] : [value])));
  },
  several: { least: 0, most: mostPlaces },
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
    empty(options) {
      const spans = Object.values(spansAt(options));
      const [first, last] = [
        Math.min(...spans.map((span) => span[0])),
        Math.max(...spans.map((span) => span[1])),
      ];
      const years = this.values.map(({ value }) => value).filter((value) => value !== "");
      return new Set(years.filter((year) => Number(year) < first || Number(year) > last));
    },
  };
}

/** The first and the last year with a number of the indicator that is asked for, by place. */
const spansAt = (options: Options) => statisticsOffers().spans[askedOf(options).indicator ?? ""] ?? {};

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
    const { indicator, places, from } = statisticsOffers().first;
    return { indicator, places: places.join(","), from, to: "" };
  },
  settle: settleYears,
  sent: { indicator: all, places: all, from: "" },
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
  description,
  columns: [
    { name: "place", title: "Place" },
    { name: "year", title: "Year", year: true },
    { name: "value", title: "Value", show: shownValue, bound: "qualifier", missing: "held back" },
    { name: "unit", title: "Unit" },
    { name: "moment", title: "Of", missing: "not stated" },
    { name: "producer", title: "Published by" },
    { name: "locator", title: "Place there" },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  words,
  draw(rows, canvas, options) {
    const none = noStatistics(rows, options);
    return none ? drawNoStatistics(none, canvas) : drawStatistics(rows, canvas);
  },
  cells: (row): RowCells => ({ value: statisticOfRow(row) }),
  get sources() {
    return everySource();
  },
  sourcesOf(rows) {
    const found = new Map<string, Source>();
    for (const row of rows) {
      const source = { source_id: text(row, "source_id"), locator: text(row, "locator") };
      found.set(`${source.source_id} ${source.locator}`, source);
    }
    return [...found.values()];
  },
  caveatOf: caveat,
};

/** Documents and producers behind any of the numbers. */
const everySource = (): Source[] =>
  statisticsOffers().sources.map((source_id) => ({ source_id, locator: "Statistics" }));

/** A document's number as it prints it; a producer's with the decimals of its indicator, as a share is worked out here. */
function shownValue(value: number, row: Row): string {
  return row.dataset === null
    ? formatCell(value, { asPrinted: true })
    : formatNumber(value, number(row, "decimals") ?? 0);
}
