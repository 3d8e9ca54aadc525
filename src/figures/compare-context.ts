import { namesOrNumber } from "../components/format.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { newestRound } from "./newest-round.js";
import { noInterviews } from "./no-interviews.js";
import { sourcesOfRounds } from "../components/counted-in.js";
import { briefLink, number, text, type Figure, type Row, type Source } from "../components/figure.js";

const mapping: Source = { source_id: "thp-2014", locator: "Tables 3, 7 and 8 (mapping)" };

/** Where population and share of migrants of each city stand, each place once. */
function contextSources(rows: Row[]): Source[] {
  const places = new Map<string, Source>();
  for (const row of rows) {
    const [source_id, place] = [text(row, "context_source"), text(row, "context_place")];
    if (source_id) places.set(`${source_id} ${place}`, { source_id, locator: `${place} (context)` });
  }
  return [...places.values()];
}

/** Context of the chosen cities in one table, with what no document gives. */
export const compareContext: Figure = {
  id: "compare-context",
  choices: [citiesChoice],
  get options() {
    return { cities: everyMappedCity() };
  },
  sql: (
    options,
  ) => `select c.city_id, c.name as city, c.country, c.population, c.population_qualifier, c.foreign_born_pct, c.foreign_born_qualifier, c.foreign_born_group, c.foreign_born_year,
  v.contacted, v.interviewed, sum(i.initiatives)::int as initiatives, sum(i.actors)::int as actors,
  (select sum(p.partnerships)::int from ${newestRound("partnerships")} p where p.city_id = c.city_id) as partnerships,
  i.round, i.counted_in, min(i.source_id) as source_id, min(i.locator) as locator,
  (select max(p.counted_in) from ${newestRound("partnerships")} p where p.city_id = c.city_id) as partnerships_counted_in,
  c.flag, c.note, c.source_id as context_source, c.locator as context_place
from cities c
join ${newestRound("initiatives")} i using (city_id)
left join interviews v on v.city_id = c.city_id and v.round = i.round
where c.city_id in (${citiesSql(options)})
group by all
order by c.name`,
  select: ofChosenCities,
  title(rows) {
    const shares = rows.map((row) => number(row, "foreign_born_pct")).filter((n) => n !== null);
    const [least, most] = [Math.min(...shares), Math.max(...shares)];
    const cities = namesOrNumber(
      rows.map((row) => text(row, "city")),
      "cities",
    );
    if (!shares.length) return `No share of migrants is known for ${cities}`;
    if (shares.length === 1)
      return `The share of migrants is ${least}\u202f% in ${text(
        rows.find((row) => row.foreign_born_pct !== null)!,
        "city",
      )}, as the city counts`;
    const range = least === most ? `are ${least}\u202f% alike` : `run from ${least}\u202f% to ${most}\u202f%`;
    return `Shares of migrants in ${cities} ${range}; each city counts differently`;
  },
  description: (rows) =>
    `Table of context: ${rows.map((row) => `${text(row, "city")}, foreign-born ${row.foreign_born_pct === null ? "no figure" : `${text(row, "foreign_born_pct")}\u202f%`}`).join("; ")}.`,
  columns: [
    { name: "city", title: "City", link: briefLink },
    { name: "country", title: "Country" },
    { name: "population", title: "Population", unit: "persons", bound: "population_qualifier" },
    {
      name: "foreign_born_pct",
      title: "Foreign-born or migrants",
      unit: "% of residents, see flag",
      asPrinted: true,
      bound: "foreign_born_qualifier",
    },
    { name: "foreign_born_year", title: "Year", year: true, missing: "not stated" },
    { name: "contacted", title: "Contacted", unit: "stakeholders", missing: noInterviews },
    { name: "interviewed", title: "Interviews", missing: noInterviews },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors", unit: "summed over dimensions" },
    { name: "partnerships", title: "Partnerships" },
  ],
  draw: null,
  cells(row) {
    const key = text(row, "city_id");
    const asked = `${key}/${text(row, "round")}`;
    return {
      population: { table: "cities", key, column: "population" },
      foreign_born_pct: { table: "cities", key, column: "foreign_born_pct" },
      contacted: { table: "interviews", key: asked, column: "contacted" },
      interviewed: { table: "interviews", key: asked, column: "interviewed" },
    };
  },
  sources: [{ source_id: "thp-2014", locator: "Table 2 (context)" }, mapping],
  sourcesOf: (rows) => [...contextSources(rows), ...sourcesOfRounds([mapping], rows)],
  caveat:
    "An actor that works in several dimensions is counted in each. Shares follow each city's own definition: read the flag before comparing two of them.",
};
