import * as Plot from "@observablehq/plot";
import { flagMark, formatNumber } from "../components/format.js";
import {
  inMillions,
  number,
  text,
  type Canvas,
  type Figure,
  type PlotSpec,
  type Row,
} from "../components/figure.js";

const millions = (value: number | null) =>
  value === null ? "no figure" : `${formatNumber(value / 1e6)} million`;

/** International migrants by region in 2000 and 2015: two dots a region, joined. */
export const migrantsByRegion: Figure = {
  id: "migrants-by-region",
  sql: () => `select place, year, value as migrants_persons, flag, note, source_id, locator
from statistics
where indicator_id = 'international-migrants-persons' and place_kind = 'world-region'
order by max(value) over (partition by place) desc, place, year`,
  title(rows) {
    const rises = riseByPlace(rows.filter((row) => row.migrants_persons !== null));
    const [largest] = rises.sort((a, b) => b.rise - a.rise);
    return largest
      ? `${largest.place} gained the most migrants between ${largest.from} and ${largest.to}: ${formatNumber(largest.rise / 1e6)} million`
      : "International migrants by region";
  },
  description(rows) {
    return `Two dots for each world region. ${riseByPlace(rows)
      .map(
        ({ place, from, to, first, last }) =>
          `${place}: ${millions(first)} in ${from}, ${millions(last)} in ${to}`,
      )
      .join("; ")}.`;
  },
  columns: [
    { name: "place", title: "Region" },
    { name: "year", title: "Year", year: true },
    { name: "migrants_persons", title: "International migrants", unit: "persons" },
    { name: "locator", title: "Place in the document" },
  ],
  draw: drawRegions,
  cells: (row) => ({ migrants_persons: statisticCell(row, "international-migrants-persons") }),
  sources: [{ source_id: "100rc-2016", locator: "Table 1" }],
  caveat:
    "People living outside the country of their birth or citizenship, at mid-year, as the United Nations counts them.",
};

/** The evidence cell of a statistic. */
export function statisticCell(row: Row, indicator: string) {
  return {
    table: "statistics",
    key: [
      indicator,
      text(row, "place"),
      text(row, "year"),
      text(row, "source_id"),
      text(row, "locator"),
    ].join("/"),
    column: "value",
  };
}

function riseByPlace(rows: Row[]) {
  const places = [...new Set(rows.map((row) => text(row, "place")))];
  return places.map((place) => {
    const own = rows.filter((row) => row.place === place);
    const first = own[0]!;
    const last = own[own.length - 1]!;
    return {
      place,
      from: text(first, "year"),
      to: text(last, "year"),
      first: number(first, "migrants_persons"),
      last: number(last, "migrants_persons"),
      rise: (number(last, "migrants_persons") ?? 0) - (number(first, "migrants_persons") ?? 0),
    };
  });
}

function drawRegions(rows: Row[], { document, width, marks, live }: Canvas): Element {
  const narrow = width < 500;
  const short = (place: string) => (narrow ? place.replace(" and the Caribbean", "") : place);
  const data = rows.map((row) => ({
    ...row,
    region: short(text(row, "place")),
    millions: inMillions(number(row, "migrants_persons")),
  }));
  const years = [...new Set(rows.map((row) => text(row, "year")))];
  const latest = (d: Row) => text(d, "year") === years[years.length - 1];
  const spec: PlotSpec = {
    document,
    width,
    height: 6 * 34 + 66,
    marginLeft: narrow ? 96 : 215,
    marginRight: 34,
    marginTop: 26,
    marginBottom: 36,
    style: { fontSize: "12px" },
    x: {
      label: "millions of migrants",
      labelAnchor: "right",
      labelArrow: "none",
      domain: [0, Math.max(...data.map((d) => d.millions ?? 0))],
      nice: true,
      ticks: 5,
      tickSize: 0,
    },
    y: { domain: [...new Set(data.map((d) => d.region))], label: null, tickSize: 0 },
    marks: [
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.line(data, { x: "millions", y: "region", z: "region", stroke: "var(--soft)", strokeWidth: 1.5 }),
      Plot.dot(data, {
        x: "millions",
        y: "region",
        r: 5,
        fill: (d: Row) => (latest(d) ? "var(--mark)" : "var(--ground)"),
        stroke: "var(--mark)",
        strokeWidth: 1.5,
      }),
      Plot.text(data, {
        x: "millions",
        y: "region",
        filter: latest,
        text: (d: Row) =>
          formatNumber(number(d, "millions") ?? 0) +
          (marks.on(statisticCell(d, "international-migrants-persons")).length ? "†" : "") +
          flagMark(d),
        dx: 10,
        textAnchor: "start",
        fill: "var(--ink)",
      }),
      Plot.text(
        data.filter((d) => d.region === data[0]?.region),
        { x: "millions", y: "region", text: (d: Row) => text(d, "year"), dy: -16, fill: "var(--soft)" },
      ),
      ...(live
        ? [
            Plot.tip(
              data,
              Plot.pointer({
                x: "millions",
                y: "region",
                fill: "var(--panel)",
                title: (d: Row) =>
                  `${text(d, "place")}, ${text(d, "year")}\n${formatNumber(number(d, "millions") ?? 0)} million migrants`,
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}
