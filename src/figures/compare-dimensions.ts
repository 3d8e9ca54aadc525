import * as Plot from "@observablehq/plot";
import { formatList, formatNumber } from "../components/format.js";
import { isOwnRow, notKnown, ownCityLabel, yourNumbers } from "../components/own-rows.js";
import { ownCityId } from "../model/own-city.js";
import { colourOf, dimensions } from "../model/names.js";
import { difference, standings, type Standing } from "../model/coverage.js";
import { sentence } from "./difference-words.js";
import { citiesChoice, citiesSql, everyMappedCity, ofChosenCities } from "./mapped-cities.js";
import { newestRound } from "./newest-round.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

/** Initiatives of the chosen cities, one panel per dimension, against the median and the most of all mapped cities. */
export const compareDimensions: Figure = {
  id: "compare-dimensions",
  choices: [citiesChoice],
  get options() {
    return { cities: everyMappedCity() };
  },
  sql: (options) => `with mapped as (
  select *,
    median(initiatives) over (partition by dimension) as median_initiatives,
    max(initiatives) over (partition by dimension) as most_initiatives
  from ${newestRound("initiatives")} i
)
select c.city_id, c.name as city, m.dimension, m.initiatives, m.actors, m.median_initiatives, m.most_initiatives,
  m.round, m.counted_in, m.source_id, m.locator, m.flag, m.note
from mapped m
join cities c using (city_id)
where c.city_id in (${citiesSql(options)})
order by array_position(['social', 'cultural', 'legal', 'political', 'economic'], m.dimension), c.name`,
  select: ofChosenCities,
  ownRows: (own, rows) =>
    dimensions.flatMap((dimension) => {
      const beside = rows.find((row) => row.dimension === dimension);
      if (!beside) return [];
      const ofOwn = { city_id: ownCityId, city: ownCityLabel(own), actors: null, flag: null, note: null };
      return [{ ...beside, ...ofOwn, initiatives: own.initiatives[dimension] }];
    }),
  title(rows) {
    const unknown = unknownWords(rows);
    const below = cities(rows)
      .map((city) => ({
        city,
        count: rows.filter(
          (row) =>
            row.city === city &&
            row.initiatives !== null &&
            (number(row, "initiatives") ?? 0) < (number(row, "median_initiatives") ?? 0),
        ).length,
      }))
      .sort((a, b) => b.count - a.count);
    const worst = below.filter((d) => d.count === below[0]?.count);
    if (!below[0]?.count)
      return unknown
        ? `Every count that is known reaches the median of the mapped cities${unknown}`
        : "All of them reach the median of the mapped cities in every dimension";
    return `${formatList(worst.map((d) => d.city))} ${worst.length > 1 ? "stay" : "stays"} below the median in ${below[0].count} of ${dimensions.length} dimensions${unknown}`;
  },
  description: (rows) =>
    `Bars of initiatives, one panel per dimension. ${dimensions.map((dimension) => describeDimension(rows, dimension)).join(" ")}`,
  words: (rows) => cities(rows).map((city) => differenceWords(city, rows)),
  columns: [
    { name: "city", title: "City" },
    { name: "dimension", title: "Dimension" },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors" },
    { name: "median_initiatives", title: "Median", unit: "of the mapped cities", decimals: 1 },
    { name: "most_initiatives", title: "Most", unit: "of the mapped cities" },
  ],
  draw: drawPanels,
  cells(row) {
    const key = keyOf(row);
    return {
      initiatives: { table: "initiatives", key, column: "initiatives" },
      actors: { table: "initiatives", key, column: "actors" },
    };
  },
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
  caveat:
    "Broken line: median of all mapped cities. Full line: the most of any of them. Both stay the same whatever cities are chosen.",
};

const keyOf = (row: Row) => `${text(row, "city_id")}/${text(row, "dimension")}/${text(row, "round")}`;

const cities = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "city")))];

function describeDimension(rows: Row[], dimension: string): string {
  const own = rows.filter((row) => row.dimension === dimension);
  if (!own[0]) return "";
  return `${dimension}, median ${formatNumber(number(own[0], "median_initiatives") ?? 0, 1)}, most ${text(own[0], "most_initiatives")}: ${own.map((row) => `${text(row, "city")} ${text(row, "initiatives") || notKnown}`).join(", ")}.`;
}

/** "; 2 counts of Ghent (your numbers) are not known"; empty where all are. */
function unknownWords(rows: Row[]): string {
  const unknown = rows.filter((row) => row.initiatives === null);
  if (!unknown[0]) return "";
  const counts = unknown.length === 1 ? "one count" : `${unknown.length} counts`;
  return `; ${counts} of ${text(unknown[0], "city")} ${unknown.length === 1 ? "is" : "are"} ${notKnown}`;
}

/** How a city of the rows differs; the median and the most come with the rows, for they are of all of them. */
function differenceWords(city: string, rows: Row[]): string {
  const ofCity = rows.filter((row) => row.city === city);
  const counted = ofCity.filter((row) => row.initiatives !== null);
  const unknown = ofCity.filter((row) => row.initiatives === null).map((row) => text(row, "dimension"));
  if (!counted.length) return `Nothing is known of the initiatives of ${city}.`;
  const counts = counted.map((row) => ({
    city,
    dimension: text(row, "dimension"),
    initiatives: number(row, "initiatives") ?? 0,
  }));
  const all: Standing[] = standings(counts).map((standing, i) => ({
    ...standing,
    median: number(counted[i]!, "median_initiatives") ?? 0,
    most: number(counted[i]!, "most_initiatives") ?? 0,
  }));
  return sentence(difference(city, all), ofCity.some(isOwnRow) ? { unknown } : undefined);
}

function drawPanels(rows: Row[], { document, width, marks, live, barNames }: Canvas): Element {
  const narrow = width < 500;
  const names = cities(rows);
  const counted = rows.filter((row) => row.initiatives !== null);
  const unknown = rows.filter((row) => row.initiatives === null);
  const most = Math.max(
    ...rows.flatMap((row) => [number(row, "most_initiatives") ?? 0, number(row, "initiatives") ?? 0]),
  );
  // A name of two lines needs the room of two.
  const band = barNames ? 28 : narrow ? 20 : 26;
  const rules = dimensions
    .map((dimension) => rows.find((row) => row.dimension === dimension))
    .filter((row) => row !== undefined);
  // Counts of the reader's own may press the rules together: their names part then, under the last panel, where there is
  // room to the left and to the right.
  const named = barNames ? rules.slice(-1) : rules.slice(0, 1);
  const panel = narrow ? { fy: "dimension" } : { fx: "dimension" };
  const spec: PlotSpec = {
    document,
    width,
    height: narrow ? dimensions.length * (names.length * band + 26) + 40 : names.length * band + 66,
    marginLeft: 92,
    marginRight: narrow ? 26 : 14,
    marginTop: 28,
    marginBottom: 22,
    style: { fontSize: "12px" },
    fx: { domain: [...dimensions], axis: "top", label: null, padding: 0.12 },
    fy: { domain: [...dimensions], axis: null, padding: 0.18 },
    // The bars carry their numbers: no axis.
    x: { domain: [0, most * 1.12], axis: null },
    y: { domain: names, label: null, tickSize: 0, tickFormat: (name: string) => barNames?.get(name) ?? name },
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
        Plot.text(named, {
          x: `${name}_initiatives`,
          ...panel,
          frameAnchor: "bottom",
          text: () => name,
          dy: 14,
          ...(barNames &&
            (name === "median" ? { textAnchor: "end", dx: -2 } : { textAnchor: "start", dx: 2 })),
          fill: "var(--soft)",
        }),
      ),
      Plot.barX(counted, {
        x: "initiatives",
        y: "city",
        ...panel,
        fill: (d: Row) => colourOf(text(d, "dimension")),
        insetTop: 3,
        insetBottom: 3,
      }),
      ...(unknown.length
        ? [
            Plot.text(unknown, {
              x: 0,
              y: "city",
              ...panel,
              text: () => notKnown,
              dx: 4,
              textAnchor: "start",
              fontStyle: "italic",
              fill: "var(--soft)",
              stroke: "var(--ground)",
              strokeWidth: 3,
            }),
          ]
        : []),
      Plot.text(counted, {
        x: "initiatives",
        y: "city",
        ...panel,
        text: (d: Row) =>
          text(d, "initiatives") +
          (marks.on({
            table: "initiatives",
            key: keyOf(d),
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
              counted,
              Plot.pointer({
                x: "initiatives",
                y: "city",
                ...panel,
                fill: "var(--panel)",
                title: (d: Row) =>
                  `${text(d, "city")}, ${text(d, "dimension")}\n${text(d, "initiatives")} initiatives${isOwnRow(d) ? `, ${yourNumbers}` : ` by ${text(d, "actors")} actors`}\nmedian ${formatNumber(number(d, "median_initiatives") ?? 0, 1)}, most ${text(d, "most_initiatives")}`,
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}
