import * as Plot from "@observablehq/plot";
import { formatList, formatNumber, formatShort } from "../components/format.js";
import { colourOf, dimensions } from "../model/names.js";
import { difference, standings, type Difference, type Standing } from "../model/coverage.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

/** Initiatives of the chosen cities, a panel a dimension, against the median and the most of all eight. */
export const compareDimensions: Figure = {
  id: "compare-dimensions",
  choices: [citiesChoice],
  options: { cities: everyMappedCity },
  sql: (options) => `with eight as (
  select city_id, dimension, initiatives, actors, flag, note,
    median(initiatives) over (partition by dimension) as median_initiatives,
    max(initiatives) over (partition by dimension) as most_initiatives
  from initiatives
)
select c.city_id, c.name as city, e.dimension, e.initiatives, e.actors, e.median_initiatives, e.most_initiatives, e.flag, e.note
from eight e
join cities c using (city_id)
where c.city_id in (${citiesSql(options)})
order by array_position(['social', 'cultural', 'legal', 'political', 'economic'], e.dimension), c.name`,
  select: ofChosenCities,
  title(rows) {
    const below = cities(rows)
      .map((city) => ({
        city,
        count: rows.filter(
          (row) =>
            row.city === city && (number(row, "initiatives") ?? 0) < (number(row, "median_initiatives") ?? 0),
        ).length,
      }))
      .sort((a, b) => b.count - a.count);
    const worst = below.filter((d) => d.count === below[0]?.count);
    if (!below[0]?.count) return "All of them reach the median of the eight in every dimension";
    return `${formatList(worst.map((d) => d.city))} ${worst.length > 1 ? "stay" : "stays"} below the median in ${below[0].count} of ${dimensions.length} dimensions`;
  },
  description: (rows) =>
    `Bars of initiatives, a panel a dimension. ${dimensions.map((dimension) => describeDimension(rows, dimension)).join(" ")}`,
  words: (rows) => differences(rows).map(sentence),
  columns: [
    { name: "city", title: "City" },
    { name: "dimension", title: "Dimension" },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors" },
    { name: "median_initiatives", title: "Median", unit: "of the eight", decimals: 1 },
    { name: "most_initiatives", title: "Most", unit: "of the eight" },
  ],
  draw: drawPanels,
  cells(row) {
    const key = `${text(row, "city_id")}/${text(row, "dimension")}`;
    return {
      initiatives: { table: "initiatives", key, column: "initiatives" },
      actors: { table: "initiatives", key, column: "actors" },
    };
  },
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
  caveat:
    "Broken line: median of all eight mapped cities. Full line: the most of any of them. Both stay the same whatever cities are chosen.",
};

const cities = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "city")))];

function describeDimension(rows: Row[], dimension: string): string {
  const own = rows.filter((row) => row.dimension === dimension);
  if (!own[0]) return "";
  return `${dimension}, median ${formatNumber(number(own[0], "median_initiatives") ?? 0, 1)}, most ${text(own[0], "most_initiatives")}: ${own.map((row) => `${text(row, "city")} ${text(row, "initiatives")}`).join(", ")}.`;
}

/** How each city of the rows differs; the median and the most come with the rows, for they are of all eight. */
function differences(rows: Row[]): Difference[] {
  const counts = rows.map((row) => ({
    city: text(row, "city"),
    dimension: text(row, "dimension"),
    initiatives: number(row, "initiatives") ?? 0,
  }));
  const all: Standing[] = standings(counts).map((standing, i) => ({
    ...standing,
    median: number(rows[i]!, "median_initiatives") ?? 0,
    most: number(rows[i]!, "most_initiatives") ?? 0,
  }));
  return cities(rows).map((city) => difference(city, all));
}

/** One sentence of how a city differs from the eight. */
export function sentence({ city, none, above, below, leads }: Difference): string {
  const parts: string[] = [];
  const against = (d: Standing) => `${d.dimension} (${d.initiatives} against ${formatShort(d.median)})`;
  if (leads.length)
    parts.push(
      `has the most ${formatList(leads.map((d) => `${d.dimension} (${d.initiatives})`))} initiatives of the eight`,
    );
  const [up] = above.filter((d) => !leads.includes(d));
  if (up) parts.push(`is furthest above the median in ${against(up)}`);
  const [down] = below;
  if (down) parts.push(`is furthest below the median in ${against(down)}`);
  if (none.length) parts.push(`has no ${formatList(none)} initiative`);
  if (!parts.length) return `${city} has the median in every dimension.`;
  return `${city} ${formatList(parts)}.`;
}

function drawPanels(rows: Row[], { document, width, marks, live }: Canvas): Element {
  const narrow = width < 500;
  const names = cities(rows);
  const most = Math.max(...rows.map((row) => number(row, "most_initiatives") ?? 0));
  const rules = dimensions
    .map((dimension) => rows.find((row) => row.dimension === dimension))
    .filter((row) => row !== undefined);
  const panel = narrow ? { fy: "dimension" } : { fx: "dimension" };
  const spec: PlotSpec = {
    document,
    width,
    height: narrow ? dimensions.length * (names.length * 20 + 26) + 40 : names.length * 26 + 66,
    marginLeft: 92,
    marginRight: narrow ? 26 : 14,
    marginTop: 28,
    marginBottom: 22,
    style: { fontSize: "12px" },
    fx: { domain: [...dimensions], axis: "top", label: null, padding: 0.12 },
    fy: { domain: [...dimensions], axis: null, padding: 0.18 },
    // The bars carry their numbers: no axis.
    x: { domain: [0, most * 1.12], axis: null },
    y: { domain: names, label: null, tickSize: 0 },
    marks: [
      Plot.ruleX([0], { stroke: "var(--soft)" }),
      ...(narrow
        ? [
            Plot.text(rules, {
              fy: "dimension",
              text: "dimension",
              frameAnchor: "top-left",
              dy: -14,
              fontWeight: 600,
              fill: "var(--ink)",
            }),
          ]
        : []),
      Plot.ruleX(rules, { x: "median_initiatives", ...panel, stroke: "var(--ink)", strokeDasharray: "3 3" }),
      Plot.ruleX(rules, { x: "most_initiatives", ...panel, stroke: "var(--ink)", strokeWidth: 1 }),
      ...["median", "most"].map((name) =>
        Plot.text(rules.slice(0, 1), {
          x: `${name}_initiatives`,
          ...panel,
          frameAnchor: "bottom",
          text: () => name,
          dy: 14,
          fill: "var(--soft)",
        }),
      ),
      Plot.barX(rows, {
        x: "initiatives",
        y: "city",
        ...panel,
        fill: (d: Row) => colourOf(text(d, "dimension")),
        insetTop: 3,
        insetBottom: 3,
      }),
      Plot.text(rows, {
        x: "initiatives",
        y: "city",
        ...panel,
        text: (d: Row) =>
          text(d, "initiatives") +
          (marks.on({
            table: "initiatives",
            key: `${text(d, "city_id")}/${text(d, "dimension")}`,
            column: "initiatives",
          }).length
            ? "†"
            : ""),
        dx: 4,
        textAnchor: "start",
        fill: "var(--ink)",
        stroke: "var(--ground)",
        strokeWidth: 3,
      }),
      ...(live
        ? [
            Plot.tip(
              rows,
              Plot.pointer({
                x: "initiatives",
                y: "city",
                ...panel,
                fill: "var(--panel)",
                title: (d: Row) =>
                  `${text(d, "city")}, ${text(d, "dimension")}\n${text(d, "initiatives")} initiatives by ${text(d, "actors")} actors\nmedian ${formatNumber(number(d, "median_initiatives") ?? 0, 1)}, most ${text(d, "most_initiatives")}`,
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}
