import * as Plot from "@observablehq/plot";
import { flagMark, formatNumber } from "../components/format.js";
import { statisticCell } from "./migrants-by-region.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

const isProjected = (row: Row) => text(row, "flag").includes("p");

/** The world's urban share over time, with projections told apart. */
export const urbanShare: Figure = {
  id: "urban-share",
  sql: () => `select place, year, value as urban_pct, flag, note, source_id, locator
from statistics
where indicator_id = 'urban-population-pct' and place = 'World' and locator like 'Table 5%'
order by year`,
  title(rows) {
    const known = rows.filter((row) => row.urban_pct !== null);
    const first = known[0];
    const last = known[known.length - 1];
    if (!first || !last) return "Urban share of the world's population";
    return `From ${formatNumber(number(first, "urban_pct") ?? 0)}\u202f% in ${text(first, "year")} to ${isProjected(last) ? "a projected " : ""}${formatNumber(number(last, "urban_pct") ?? 0)}\u202f% in ${text(last, "year")}: the world moves to cities`;
  },
  description: (rows) =>
    `Line of the urban share of the world's population. ${rows.map((row) => `${text(row, "year")}: ${row.urban_pct === null ? "no figure" : `${text(row, "urban_pct")}\u202f%`}${isProjected(row) ? " (projected)" : ""}`).join("; ")}.`,
  columns: [
    { name: "year", title: "Year", year: true },
    { name: "urban_pct", title: "Urban share", unit: "% of the world's population" },
    { name: "locator", title: "Place in the document" },
  ],
  draw: drawLine,
  cells: (row) => ({ urban_pct: statisticCell(row, "urban-population-pct") }),
  sources: [{ source_id: "100rc-2016", locator: "Table 5 and its caption" }],
  caveat: "Open dots and the broken line are projections.",
};

function drawLine(rows: Row[], { document, width, marks, live }: Canvas): Element {
  const ground = rows.filter((row) => !isProjected(row));
  const projected = [...ground.slice(-1), ...rows.filter(isProjected)];
  const spec: PlotSpec = {
    document,
    width,
    height: 260,
    marginLeft: 36,
    marginRight: 30,
    marginTop: 26,
    marginBottom: 28,
    style: { fontSize: "12px" },
    x: { label: null, tickFormat: (year: number) => String(year), tickSize: 0, ticks: width < 500 ? 4 : 7 },
    y: {
      domain: [0, 80],
      label: "% of the world's population",
      labelAnchor: "top",
      labelArrow: "none",
      ticks: 4,
      tickSize: 0,
    },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      Plot.line(ground, { x: "year", y: "urban_pct", stroke: "var(--mark)", strokeWidth: 2 }),
      Plot.line(projected, {
        x: "year",
        y: "urban_pct",
        stroke: "var(--mark)",
        strokeWidth: 2,
        strokeDasharray: "4 4",
      }),
      Plot.dot(rows, {
        x: "year",
        y: "urban_pct",
        r: 4.5,
        stroke: "var(--mark)",
        strokeWidth: 1.5,
        fill: (d: Row) => (isProjected(d) ? "var(--ground)" : "var(--mark)"),
      }),
      Plot.text(rows, {
        x: "year",
        y: "urban_pct",
        text: (d: Row) =>
          formatNumber(number(d, "urban_pct") ?? 0) +
          (marks.on(statisticCell(d, "urban-population-pct")).length ? "†" : "") +
          flagMark(d),
        dy: -14,
        fill: "var(--ink)",
      }),
      ...(live
        ? [
            Plot.tip(
              rows,
              Plot.pointerX({
                x: "year",
                y: "urban_pct",
                fill: "var(--panel)",
                title: (d: Row) =>
                  `${text(d, "year")}: ${text(d, "urban_pct")}\u202f% urban${isProjected(d) ? " (projected)" : ""}`,
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}
