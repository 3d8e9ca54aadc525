import * as Plot from "@observablehq/plot";
import { earthPicture } from "../components/earth-picture.js";
import { bounded } from "../components/format.js";
import { briefLink, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

/** Every city of the evidence on a world map; the mapped ones are filled and named. */
export const cityMap: Figure = {
  id: "city-map",
  backdrop: "land",
  sql: () => `select c.city_id, c.name as city, country, region, latitude, longitude, mapped,
  population, population_qualifier, population_year, foreign_born_pct, foreign_born_qualifier, foreign_born_year, s.short_name as document, c.flag, c.note
from cities c
join sources s using (source_id)
order by c.mapped desc, c.name`,
  title(rows) {
    const known = rows.filter((row) => row.population !== null || row.foreign_born_pct !== null).length;
    return `${rows.length} cities in the evidence: ${rows.filter((row) => row.mapped).length} mapped, ${known} with a population or a share of migrants`;
  },
  description(rows) {
    const share = (row: Row) => {
      const pct = text(row, "foreign_born_pct");
      return pct ? `foreign-born ${pct}\u202f%` : "no foreign-born share";
    };
    const names = (list: Row[]) =>
      list.map((row) => `${text(row, "city")} (${text(row, "country")}, ${share(row)})`).join(", ");
    return `World map of ${rows.length} cities. Mapped cities: ${names(rows.filter((row) => row.mapped))}. Other cities: ${names(rows.filter((row) => !row.mapped))}.`;
  },
  columns: [
    { name: "city", title: "City", link: briefLink },
    { name: "country", title: "Country" },
    { name: "mapped", title: "Mapped" },
    { name: "population", title: "Population", unit: "persons", bound: "population_qualifier" },
    { name: "population_year", title: "Year of population", year: true, missing: "not stated" },
    {
      name: "foreign_born_pct",
      title: "Foreign-born",
      unit: "% of residents",
      asPrinted: true,
      bound: "foreign_born_qualifier",
    },
    { name: "foreign_born_year", title: "Year of share", year: true, missing: "not stated" },
    { name: "document", title: "Document" },
  ],
  draw: drawMap,
  unflagged: true,
  cells(row) {
    const key = text(row, "city_id");
    return Object.fromEntries(
      ["population", "foreign_born_pct"].map((column) => [column, { table: "cities", key, column }]),
    );
  },
  sources: [
    { source_id: "thp-2014", locator: "Table 2" },
    { source_id: "100rc-2016", locator: "profiles and Table 2" },
    { source_id: "seidle-2019", locator: "city sections" },
    { source_id: "com-2012", locator: "essays" },
    { source_id: "geonames", locator: "positions" },
  ],
  caveat:
    "Filled: mapped; open: other cities of the documents. A city without a figure for population or foreign-born share is named in the table with the gap; nothing is filled in. Land: Natural Earth.",
};

// Where a label on the right would lie on a neighbour or leave the map.
const labelPlace: Record<string, { dx: number; dy: number; textAnchor: "start" | "end" | "middle" }> = {
  Auckland: { dx: 4, dy: 12, textAnchor: "end" },
  Chicago: { dx: -8, dy: 0, textAnchor: "end" },
  Lisbon: { dx: -8, dy: 0, textAnchor: "end" },
  Rotterdam: { dx: -4, dy: -10, textAnchor: "end" },
};

function drawMap(rows: Row[], { document, width, land, live }: Canvas): Element {
  const narrow = width < 500;
  const spec: PlotSpec = {
    document,
    ...earthPicture(width),
    style: { fontSize: narrow ? "10px" : "12px" },
    marks: [
      ...(land ? [Plot.geo(land, { fill: "var(--land)" })] : []),
      Plot.dot(rows, {
        x: "longitude",
        y: "latitude",
        filter: (d: Row) => d.mapped !== true,
        r: narrow ? 2.5 : 3.5,
        fill: "var(--ground)",
        stroke: "var(--mark)",
        strokeWidth: 1.5,
      }),
      Plot.dot(rows, {
        x: "longitude",
        y: "latitude",
        filter: (d: Row) => d.mapped === true,
        r: narrow ? 3.5 : 5,
        fill: "var(--mark)",
        stroke: "var(--ground)",
      }),
      ...rows
        .filter((row) => row.mapped === true)
        .map((row) =>
          Plot.text([row], {
            x: "longitude",
            y: "latitude",
            text: "city",
            ...(labelPlace[text(row, "city")] ?? { dx: 8, dy: 0, textAnchor: "start" }),
            fill: "var(--ink)",
            stroke: "var(--ground)",
            strokeWidth: 3,
          }),
        ),
      ...(live
        ? [
            Plot.tip(
              rows,
              Plot.pointer({
                x: "longitude",
                y: "latitude",
                fill: "var(--panel)",
                title: (d: Row) =>
                  `${text(d, "city")}, ${text(d, "country")}\n${d.foreign_born_pct === null ? "no foreign-born share" : `foreign-born: ${bounded(text(d, "foreign_born_pct"), d.foreign_born_qualifier)}\u202f%${d.flag ? " (see the table's flags)" : ""}`}`,
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}
