import { group } from "d3-array";
import { bounded, countOrShare, formatLarge, formatList, mindWords } from "../components/format.js";
import { placeInSentence } from "../components/place-words.js";
import { number, text, type Row, type RowCells } from "../components/figure.js";
import { cityCondition, cityOf, ofBrief, type BriefFigure } from "./brief-figure.js";

/** Indicators of a city and its country that say who lives there, in the order shown. */
const shown = [
  "foreign-born-pct",
  "international-migrants-pct",
  "foreign-born-persons",
  "international-migrants-persons",
  "refugees-persons",
  "asylum-seekers-persons",
  "population-persons",
];
/** Countries that most refugees come from, by the words of their columns. */
const ranks = ["first", "second", "third"] as const;
const list = `[${shown.map((id) => `'${id}'`).join(", ")}]`;

/** What producers of statistics count in the city and its country, with what the documents print of the same place. */
export const briefNewer: BriefFigure = {
  ...ofBrief,
  id: "brief-newer",
  inContents: "Newer figures",
  sql: (options) => `with printed as (
  select s.indicator_id, coalesce(n.iso3, s.city_id) as place_id, s.value, s.qualifier, s.year, s.year_stated, o.short_name,
    s.source_id, s.locator, s.place
  from statistics s
  join sources o using (source_id)
  left join country_codes n on s.place_kind = 'country' and n.name = s.place
  where s.value is not null and s.place_kind in ('city', 'country')
  qualify row_number() over (partition by s.indicator_id, place_id order by s.year desc, s.source_id, s.locator, s.value) = 1
),
origins as (
  select iso3, list(coalesce(origin, 'unknown') order by refugees desc, origin_iso3)[:3] as origins,
    list(refugees order by refugees desc, origin_iso3)[:3] as persons
  from refugee_origins where refugees is not null
  group by iso3
)
select c.city_id, c.name as city, n.indicator_id, i.name as indicator,
  case n.place_kind when 'city' then c.name else n.country end as place, n.place_id, n.place_kind, n.year, d.moment,
  n.value, n.qualifier, i.unit, i.decimals, d.producer, n.edition,
  p.value as printed_value, p.qualifier as printed_qualifier, p.year as printed_year, p.year_stated as printed_year_stated, p.short_name as printed_in,
  p.source_id as printed_source_id, p.locator as printed_locator, p.place as printed_place,
${ranks
  .map(
    (rank, i) =>
      `  case when n.indicator_id = 'refugees-persons' then o.origins[${i + 1}] end as ${rank}_origin,
  case when n.indicator_id = 'refugees-persons' then o.persons[${i + 1}] end as ${rank}_origin_persons`,
  )
  .join(",\n")},
  n.source_id, n.locator, n.flag, n.note
from cities c
join newest_statistics n on n.city_id = c.city_id or (n.place_kind = 'country' and n.iso3 = c.iso3)
join indicators i using (indicator_id)
left join upstream_datasets d using (dataset)
left join printed p on p.indicator_id = n.indicator_id and p.place_id = n.place_id
left join origins o on n.place_kind = 'country' and o.iso3 = n.iso3
where list_contains(${list}, n.indicator_id)${cityCondition(options, "c.city_id", "and")}
order by c.name, n.place_kind = 'country', array_position(${list}, n.indicator_id)`,
  title(rows) {
    const city = cityOf(rows);
    const places = [...group(rows, (row) => text(row, "place_id")).values()];
    const told = places.flatMap((own) => {
      const numbers = toldFirst(own).map(
        (row) => `${valueWords(row)} ${whoWords(row)} in ${text(row, "year")}`,
      );
      return numbers.length ? [`of ${placeOf(own[0]!)}: ${formatList(numbers)}`] : [];
    });
    if (told.length) return `${city}, newer figures ${told.join("; ")}`;
    return `${city}, newer figures of ${formatList(places.map(([row]) => placeOf(row!)))}: ${rows.length} numbers`;
  },
  description: (rows) =>
    `Table of newer figures: ${rows.map((row) => `${text(row, "indicator")}, ${text(row, "place")}, ${text(row, "year")}: ${valueWords(row)}`).join("; ")}.`,
  columns: [
    { name: "place", title: "Place" },
    {
      name: "indicator",
      title: "Statistic",
      words: (row) => `${text(row, "indicator")}, ${text(row, "unit")}`,
    },
    { name: "value", title: "Value", show: inWords, bound: "qualifier" },
    { name: "year", title: "As of", words: (row) => dateWords(text(row, "moment"), text(row, "year")) },
    { name: "producer", title: "Published by" },
    {
      name: "printed_value",
      title: "In the documents",
      show: printedWords,
      bound: "printed_qualifier",
      missing: "",
    },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  words(rows) {
    const row = rows.find((row) => row.first_origin !== null);
    if (!row) return [];
    const origins = ranks.flatMap((rank) => {
      const persons = number(row, `${rank}_origin_persons`);
      return persons === null ? [] : [`${text(row, `${rank}_origin`)} (${formatLarge(persons)})`];
    });
    return [
      `${text(row, "place")}, ${dateWords(text(row, "moment"), text(row, "year"))}: most refugees came from ${formatList(origins)}.`,
    ];
  },
  more: (rows) => ({
    words: "The same over the years: ",
    link: "Statistics",
    to: `/statistics?places=${[...new Set(rows.map((row) => text(row, "place_id")))].join()}`,
  }),
  draw: null,
  cells(row): RowCells {
    const newest = {
      table: "newest_statistics",
      key: `${text(row, "indicator_id")}/${text(row, "place_id")}`,
      column: "value",
    };
    if (row.printed_value === null) return { value: newest };
    const key = ["indicator_id", "printed_place", "printed_year", "printed_source_id", "printed_locator"]
      .map((name) => text(row, name))
      .join("/");
    return { value: newest, printed_value: { table: "statistics", key, column: "value" } };
  },
  sources: [{ source_id: "undesa", locator: "International Migrant Stock" }],
  caveat:
    "Producers count in different ways: compare numbers of one producer. Numbers of the country say who lives in the city's surroundings, not in the city. A number of the documents is not overwritten: it stands beside the newer one.",
};

/** A place as the title names it behind its city: the city's own numbers are never told as its country's, nor the other way round. */
const placeOf = (row: Row): string =>
  row.place_kind === "city" ? "the city" : placeInSentence(text(row, "place"));

/** The numbers of one place that its title tells: those of migrants and refugees, or else how many live there. */
function toldFirst(rows: readonly Row[]): Row[] {
  const of = (ids: readonly string[]) =>
    ids.flatMap((id) => rows.filter((row) => row.indicator_id === id).slice(0, 1));
  const told = of(["international-migrants-persons", "refugees-persons"]);
  if (told.length) return told;
  return of(["foreign-born-persons", "population-persons"]).slice(0, 1);
}

/** Who is counted, after a number. */
const whoWords = (row: Row): string =>
  row.indicator_id === "population-persons" ? "residents" : text(row, "indicator").toLowerCase();

/** "18.1 %", "2.7 million". */
function inWords(value: number, row: Row): string {
  return countOrShare(value, text(row, "unit"));
}

const valueWords = (row: Row): string => bounded(inWords(number(row, "value")!, row), row.qualifier);

/** "31 December 2025"; where the number is of no day, the year alone. */
function dateWords(moment: string, year: string): string {
  return /^\d/.test(moment) ? `${moment} ${year}` : year;
}

/** What a document prints of the same place: "12.9 (2013, Seidle 2019)". */
function printedWords(value: number, row: Row): string {
  const year = row.printed_year_stated === true ? text(row, "printed_year") : "year not stated";
  return `${value.toLocaleString("en-GB")} (${year}, ${text(row, "printed_in")})`;
}
