import { formatList, formatNumber } from "../components/format.js";
import { heatMap } from "../components/heat-map.js";
import { ofPlace, placeInSentence } from "../components/place-words.js";
import { number, text, type Figure, type Row } from "../components/figure.js";

const levels = ["national", "regional", "local"];

/** Countries by level of government: counts and names of programmes under a condition. */
const levelsSql = (condition: string) => `with chosen as (
  select * from programmes where ${condition}
),
grid as (
  select c.country, l.level
  from (select distinct country from chosen) c
  cross join (select unnest(['national', 'regional', 'local']) as level) l
)
select g.country, g.level, nullif(count(p.programme_id), 0)::int as programmes,
  string_agg(p.name, '; ' order by p.programme_id) as names,
  arg_min(p.programme_id, p.programme_id) as first_id, arg_min(p.name, p.programme_id) as first_name
from grid g
left join chosen p on p.country = g.country and p.level = g.level
group by g.country, g.level
order by sum(count(p.programme_id)) over (partition by g.country) desc, g.country,
  array_position(['national', 'regional', 'local'], g.level)`;

/** The programmes that one table sets side by side for four countries. */
export const programmesTable1: Figure = {
  id: "programmes-table-1",
  sql: () => levelsSql("source_id = 'seidle-2019' and locator like 'Table 1%'"),
  title(rows) {
    const local = countries(rows).filter((country) => {
      const of = (level: string) =>
        number(rows.find((row) => row.country === country && row.level === level) ?? {}, "programmes") ?? 0;
      return of("local") > Math.max(of("national"), of("regional"));
    });
    return `${sum(rows)} programmes in ${formatNumber(countries(rows).length)} countries${local.length ? `; only in ${formatList(local.map(placeInSentence))} do local ones outnumber those of each level above` : ""}`;
  },
  description: (rows) => `Matrix of programmes by country and level of government. ${told(rows)}.`,
  columns: [
    { name: "country", title: "Country" },
    { name: "level", title: "Level" },
    { name: "programmes", title: "Programmes", missing: "none named" },
    { name: "names", title: "Which", missing: "none named" },
  ],
  draw: (rows, canvas) => matrix(rows, canvas),
  cells: firstCell,
  sources: [{ source_id: "seidle-2019", locator: "Table 1" }],
  caveat:
    "The table gives examples for Canada, Germany, Spain and the United States; it does not list all there are. A level that stands blank may simply not be mentioned.",
};

/** The programmes of the study of cities, which names them in passing. */
export const programmesThp: Figure = {
  ...programmesTable1,
  id: "programmes-thp",
  sql: () => levelsSql("source_id = 'thp-2014'"),
  title(rows) {
    const [first] = countries(rows);
    const own = rows.filter((row) => row.country === first);
    return first
      ? `${sum(rows)} programmes in ${countries(rows).length} countries are named in passing; most, ${sum(own)}, are ${ofPlace(first)}`
      : "No programme is named";
  },
  sources: [{ source_id: "thp-2014", locator: "boxes; Overview of Case Studies; Good Practices" }],
  caveat:
    "Named as examples and cases, so a country with many was described at length. Which level runs a programme is our reading where the study does not say.",
};

const sum = (rows: Row[]) => rows.reduce((n, row) => n + (number(row, "programmes") ?? 0), 0);
const countries = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "country")))];

function told(rows: Row[]): string {
  return countries(rows)
    .map((country) => {
      const own = rows.filter((row) => row.country === country);
      return `${country}: ${formatList(own.map((row) => `${number(row, "programmes") ?? "none named"} ${text(row, "level")}`))}`;
    })
    .join("; ");
}

function matrix(rows: Row[], canvas: Parameters<typeof heatMap>[1]): Element {
  return heatMap(rows, canvas, {
    row: "country",
    column: "level",
    value: "programmes",
    rows: countries(rows),
    columns: levels,
    limits: [2, 3, 4, 6],
    missing: "blank",
    key: rows.some((row) => row.programmes === null)
      ? [{ words: "blank: no document names one, which is not zero" }]
      : [],
    tip: (row) =>
      `${text(row, "country")}, ${text(row, "level")}\n${text(row, "names").replaceAll("; ", "\n") || "none named"}`,
  });
}

function firstCell(row: Row): Record<string, { table: string; key: string; column: string }> {
  return row.first_id === null
    ? {}
    : { first_name: { table: "programmes", key: text(row, "first_id"), column: "name" } };
}
