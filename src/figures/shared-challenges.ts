import * as Plot from "@observablehq/plot";
import { formatList } from "../components/format.js";
import { briefLink, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";

/** What the study calls hard in which of the chosen cities. */
export const sharedChallenges: Figure = {
  id: "shared-challenges",
  choices: [citiesChoice],
  get options() {
    return { cities: everyMappedCity() };
  },
  sql: (options) => `select c.city_id, c.name as city, k.challenge, k.title, h.summary, k.of_all,
  (select count(*)::int from challenges o where o.challenge = k.challenge) as cities_named,
  h.source_id, h.locator, h.flag, h.note
from challenges h
join challenge_kinds k using (challenge)
join cities c using (city_id)
where c.city_id in (${citiesSql(options)})
order by k.title, c.name`,
  select: ofChosenCities,
  title(rows) {
    const cities = new Set(rows.map(cityOf)).size;
    const [most] = kindsIn(rows);
    if (!most) return "The study names no challenge of these cities";
    const also = kindsIn(rows).filter(({ cities }) => cities.length === most.cities.length);
    const names = formatList(also.slice(0, 3).map(({ title }) => title.toLowerCase()));
    return most.cities.length > 1
      ? `What most of these cities find hard: ${names}${also.length > 3 ? " and more" : ""} (${most.cities.length} of ${cities})`
      : `These ${cities} cities share no challenge that the study names`;
  },
  description: (rows) =>
    `Matrix of challenges and cities, a dot where the study names the challenge. ${kindsIn(rows)
      .map(({ title, cities, named }) => `${title} (${named} of the mapped cities): ${formatList(cities)}`)
      .join("; ")}.`,
  columns: [
    { name: "city", title: "City", link: briefLink },
    { name: "title", title: "Challenge" },
    { name: "cities_named", title: "Named in", unit: "mapped cities" },
    { name: "summary", title: "What the study says of the city" },
    { name: "of_all", title: "What it says of all", missing: "nothing" },
  ],
  draw: drawMatrix,
  unflagged: true,
  cells: (row) => ({
    summary: {
      table: "challenges",
      key: `${text(row, "city_id")}/${text(row, "challenge")}`,
      column: "summary",
    },
  }),
  sources: [{ source_id: "thp-2014", locator: "Executive Summary; Discussion; Good Practices" }],
  caveat:
    "A dot: the study names it for the city. No dot is no proof that the city does not have it: five to ten people were asked in each.",
};

const cityOf = (row: Row) => text(row, "city");

/** Kinds of challenges with the cities that have them, the most shared first. */
function kindsIn(rows: Row[]): { title: string; cities: string[]; named: string }[] {
  const titles = [...new Set(rows.map((row) => text(row, "title")))];
  return titles
    .map((title) => {
      const own = rows.filter((row) => row.title === title);
      return { title, cities: own.map(cityOf), named: text(own[0]!, "cities_named") || "some" };
    })
    .sort((a, b) => b.cities.length - a.cities.length || a.title.localeCompare(b.title, "en-GB"));
}

function drawMatrix(rows: Row[], { document, width, live }: Canvas): Element {
  const narrow = width < 500;
  const titles = kindsIn(rows).map(({ title }) => title);
  const cities = [...new Set(rows.map(cityOf))].sort((a, b) => a.localeCompare(b, "en-GB"));
  const spec: PlotSpec = {
    document,
    width,
    height: titles.length * 20 + 100,
    marginLeft: narrow ? 158 : 190,
    marginRight: 8,
    marginTop: 92,
    marginBottom: 4,
    style: { fontSize: narrow ? "11px" : "12px" },
    x: { domain: cities, axis: "top", label: null, tickSize: 0, tickRotate: -90, padding: 0.2 },
    y: { domain: titles, label: null, tickSize: 0, padding: 0.2 },
    marks: [
      Plot.ruleY(titles, { stroke: "var(--line)" }),
      Plot.dot(rows, {
        x: "city",
        y: "title",
        r: 5,
        fill: "var(--mark)",
        ...(live && { title: (row: Row) => `${cityOf(row)}: ${text(row, "summary")}` }),
      }),
    ],
  };
  return Plot.plot(spec);
}
