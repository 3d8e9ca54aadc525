import { bounded, countOrShare, formatLarge, mindWords } from "../components/format.js";
import {
  briefLink,
  number,
  text,
  type Column,
  type Figure,
  type Row,
  type Source,
} from "../components/figure.js";
import { placeInSentence } from "../components/place-words.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";

/** Indicators of a country beside each other, with their columns. */
const shown = [
  {
    indicator: "international-migrants-pct",
    column: "migrants_pct",
    stem: "migrants_share",
    title: "International migrants",
    unit: "% of residents",
  },
  {
    indicator: "international-migrants-persons",
    column: "migrants_persons",
    stem: "migrants",
    title: "International migrants",
    unit: "persons",
  },
  {
    indicator: "foreign-born-persons",
    column: "foreign_born_persons",
    stem: "foreign_born",
    title: "Foreign-born residents",
    unit: "persons",
  },
  {
    indicator: "refugees-persons",
    column: "refugees_persons",
    stem: "refugees",
    title: "Refugees",
    unit: "persons",
  },
  {
    indicator: "asylum-seekers-persons",
    column: "asylum_seekers_persons",
    stem: "asylum_seekers",
    title: "Asylum seekers",
    unit: "persons",
  },
] as const;

const newerSources: Source[] = [
  { source_id: "undesa", locator: "Table 1, both sexes" },
  { source_id: "unhcr", locator: "Table population" },
];

/** Newer figures of the countries of the chosen cities, each with its year. */
export const compareNewer: Figure = {
  id: "compare-newer",
  choices: [citiesChoice],
  get options() {
    return { cities: everyMappedCity() };
  },
  sql: (options) => `select c.city_id, c.name as city, c.country,
${shown
  .map(
    ({ indicator, column, stem }) =>
      `  max(n.value) filter (n.indicator_id = '${indicator}') as ${column}, max(n.qualifier) filter (n.indicator_id = '${indicator}') as ${stem}_bound,
  max(n.year) filter (n.indicator_id = '${indicator}') as ${stem}_year`,
  )
  .join(",\n")},
  string_agg(distinct n.source_id || '|' || n.locator, '\n' order by n.source_id || '|' || n.locator) as places,
  nullif(list_aggregate(list_sort(list_distinct(string_split(string_agg(n.flag, ''), ''))), 'string_agg', ''), '') as flag,
  string_agg(i.name || ': ' || regexp_replace(n.note, '^value: ', ''), ' ' order by i.name) filter (n.note is not null and n.flag is not null) as note
from cities c
left join newest_statistics n on n.place_kind = 'country' and n.iso3 = c.iso3
  and n.indicator_id in (${shown.map(({ indicator }) => `'${indicator}'`).join(", ")})
left join indicators i using (indicator_id)
where c.city_id in (${citiesSql(options)})
group by all
order by c.name`,
  select: ofChosenCities,
  title(rows) {
    const known = rows.filter((row) => number(row, "refugees_persons") !== null);
    const [most] = [...known].sort((a, b) => number(b, "refugees_persons")! - number(a, "refugees_persons")!);
    if (!most) return "No newer figures of these countries are here";
    return `Of the countries of these cities, ${placeInSentence(text(most, "country"))} has the most refugees: ${formatLarge(number(most, "refugees_persons")!)} in ${text(most, "refugees_year")}`;
  },
  description: (rows) =>
    `Table of newer figures by country: ${rows.map((row) => `${text(row, "country")} (${text(row, "city")}), ${shown.map((one) => `${one.title.toLowerCase()} ${valueWords(row, one)}`).join(", ")}`).join("; ")}.`,
  columns: [
    { name: "city", title: "City", link: briefLink },
    { name: "country", title: "Country" },
    ...shown.map(({ column, stem, title, unit }): Column => ({
      name: column,
      title,
      unit: `${unit} of the country`,
      bound: `${stem}_bound`,
      show: (value, row) => dated(value, row, { stem, unit }),
    })),
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  sources: newerSources,
  sourcesOf(rows) {
    const places = new Set(rows.flatMap((row) => text(row, "places").split("\n").filter(Boolean)));
    if (places.size === 0) return newerSources;
    return [...places].sort().map((place): Source => {
      const [source_id = "", locator = ""] = place.split("|");
      return { source_id, locator };
    });
  },
  caveat:
    "Newest number of each country, by producers of statistics. Years, days and ways of counting differ: compare numbers within one column, and quote each with its year. Over the years they stand on the page Statistics.",
};

/** "18.1 % (2020)", "2.7 million (2025)". */
function dated(
  value: number,
  row: Row,
  { stem, unit }: Pick<(typeof shown)[number], "stem" | "unit">,
): string {
  return `${countOrShare(value, unit)} (${text(row, `${stem}_year`)})`;
}

function valueWords(row: Row, of: (typeof shown)[number]): string {
  const value = number(row, of.column);
  return value === null ? "no figure" : bounded(dated(value, row, of), row[`${of.stem}_bound`]);
}
