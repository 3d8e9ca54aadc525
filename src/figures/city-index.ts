import { flagMeaningsOf, flagNames } from "../components/format.js";
import { newestRound } from "./newest-round.js";
import { briefLink, number, text, type Figure, type Row } from "../components/figure.js";

/** Every city of the evidence with what there is of it; what there is not is named. */
export const cityIndex: Figure = {
  id: "city-index",
  sortable: true,
  sql: () => `select c.city_id, c.name as city, c.country, c.region, c.population, c.population_qualifier, c.population_year,
  c.foreign_born_pct, c.foreign_born_qualifier,
  c.foreign_born_year, c.mapped,
  (select sum(i.initiatives)::int from ${newestRound("initiatives")} i where i.city_id = c.city_id) as initiatives,
  (select sum(p.partnerships)::int from ${newestRound("partnerships")} p where p.city_id = c.city_id) as partnerships,
  (select max(i.counted_in) from ${newestRound("initiatives")} i where i.city_id = c.city_id) as counted_in,
  (select max(p.counted_in) from ${newestRound("partnerships")} p where p.city_id = c.city_id) as partnerships_counted_in,
  (select count(*)::int from practices p where p.city_id = c.city_id) as practices,
  (select count(s.value)::int from statistics s where s.city_id = c.city_id) as statistics,
  c.source_id, c.flag, c.note
from cities c
order by c.name`,
  title(rows) {
    const bare = rows.filter(
      (row) => row.population === null && row.foreign_born_pct === null && row.mapped !== true,
    ).length;
    return `${rows.length} cities, ${rows.filter((row) => row.mapped === true).length} of them mapped; ${bare} without population, share or mapping`;
  },
  description: (rows) =>
    `Table of cities: ${rows.map((row) => `${text(row, "city")}, ${row.initiatives === null ? "not mapped" : `${text(row, "initiatives")} initiatives`}, ${text(row, "practices")} practices`).join("; ")}.`,
  words(rows) {
    return flagMeaningsOf(rows)
      ? ["A flag says what is doubtful; the city's brief says of which number, and why."]
      : [];
  },
  columns: [
    { name: "city", title: "City", link: briefLink },
    { name: "country", title: "Country" },
    { name: "region", title: "Region" },
    { name: "population", title: "Population", unit: "persons", bound: "population_qualifier" },
    { name: "population_year", title: "Year of population", words: yearOf("population") },
    {
      name: "foreign_born_pct",
      title: "Foreign-born",
      unit: "% of residents",
      asPrinted: true,
      bound: "foreign_born_qualifier",
    },
    { name: "foreign_born_year", title: "Year of share", words: yearOf("foreign_born") },
    { name: "mapped", title: "Mapped" },
    { name: "initiatives", title: "Initiatives", missing: "not mapped" },
    { name: "partnerships", title: "Partnerships", missing: "not mapped" },
    { name: "practices", title: "Practices", unit: "in the register" },
    { name: "statistics", title: "Statistics" },
    { name: "flag", title: "Flags", words: flagNames },
  ],
  draw: null,
  cells(row) {
    const key = text(row, "city_id");
    return Object.fromEntries(
      ["population", "foreign_born_pct"].map((column) => [column, { table: "cities", key, column }]),
    );
  },
  sources: [
    { source_id: "thp-2014", locator: "Tables 2, 7 and 8, Good Practices" },
    { source_id: "100rc-2016", locator: "profiles and Table 2" },
    { source_id: "seidle-2019", locator: "city sections" },
    { source_id: "com-2012", locator: "essays" },
  ],
  caveat:
    "Shares follow each document's own definition: read the flags before comparing two of them. Not mapped is not zero.",
};

/** A year stands only beside a number. */
function yearOf(what: "population" | "foreign_born"): (row: Row) => string {
  const value = what === "population" ? "population" : "foreign_born_pct";
  return (row) => {
    if (row[value] === null) return "";
    const year = number(row, `${what}_year`);
    return year === null ? "not stated" : String(year);
  };
}
