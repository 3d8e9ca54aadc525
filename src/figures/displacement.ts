import * as Plot from "@observablehq/plot";
import { bounded, flagMark, formatNumber } from "../components/format.js";
import { statisticCell } from "./migrants-by-region.js";
import {
  inMillions,
  number,
  text,
  type Canvas,
  type Figure,
  type PlotSpec,
  type Row,
} from "../components/figure.js";

const groups: Record<string, string> = {
  "displaced-persons": "all forcibly displaced",
  "internally-displaced-persons": "displaced inside their country",
  "refugees-persons": "refugees",
  "asylum-seekers-persons": "asylum seekers",
};

const millions = (value: number | null) =>
  value === null ? "no figure" : `${formatNumber(value / 1e6, 1)} million`;

/** Forcibly displaced people in the world, in all and by group. */
export const displacement: Figure = {
  id: "displacement",
  sql: () => `select indicator_id, place, year, value as persons, qualifier, flag, note, source_id, locator
from statistics
where place = 'World' and indicator_id in ('displaced-persons', 'internally-displaced-persons', 'refugees-persons', 'asylum-seekers-persons')
order by year desc, value desc`,
  title(rows) {
    const all = rows.filter(
      (row) =>
        row.indicator_id === "displaced-persons" &&
        row.persons !== null &&
        (number(row, "year") ?? 0) >= 2000,
    );
    const last = all[0];
    const first = all[all.length - 1];
    if (!last || !first) return "Forcibly displaced people";
    const ratio = (number(last, "persons") ?? 0) / (number(first, "persons") ?? 1);
    const about = [first, last].some((row) => row.flag || row.qualifier) ? "about " : "";
    return `Displacement ${ratio < 1 ? "fell" : "grew"} ${about}${formatNumber(ratio, 1)}-fold between ${text(first, "year")} and ${text(last, "year")}, to ${formatNumber((number(last, "persons") ?? 0) / 1e6, 1)} million people`;
  },
  description: (rows) =>
    `Bars. ${rows.map((row) => `${groups[text(row, "indicator_id")] ?? text(row, "indicator_id")}, ${text(row, "year")}: ${bounded(millions(number(row, "persons")), row.qualifier, { sentence: true })}`).join("; ")}.`,
  columns: [
    { name: "indicator_id", title: "Group", names: groups },
    { name: "year", title: "Year", year: true },
    { name: "persons", title: "People", unit: "persons", bound: "qualifier" },
    { name: "locator", title: "Place in the document" },
  ],
  draw: drawBars,
  cells: (row) => ({ persons: statisticCell(row, text(row, "indicator_id")) }),
  sources: [
    {
      source_id: "100rc-2016",
      locator: "Urban migration in context, figure and text on forced displacement",
    },
  ],
  caveat:
    "Most displaced people crossed no border and are no part of the international migrants counted above. The figure for the 1940s is a round estimate.",
};

function drawBars(rows: Row[], { document, width, marks }: Canvas): Element {
  const narrow = width < 500;
  const data = rows.map((row) => ({
    ...row,
    millions: inMillions(number(row, "persons")),
    bar: `${text(row, "year")} ${groups[text(row, "indicator_id")] ?? text(row, "indicator_id")}`,
  }));
  const spec: PlotSpec = {
    document,
    width,
    height: data.length * 30 + 44,
    marginLeft: narrow ? 170 : 230,
    marginRight: 50,
    marginTop: 6,
    marginBottom: 36,
    style: { fontSize: "12px" },
    x: {
      label: "millions of people",
      labelAnchor: "right",
      labelArrow: "none",
      ticks: 4,
      tickSize: 0,
      nice: true,
    },
    y: { domain: data.map((d) => d.bar), label: null, tickSize: 0, axis: null },
    marks: [
      Plot.gridX({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.axisY({ tickSize: 0, lineWidth: narrow ? 12.5 : 30, label: null }),
      Plot.barX(data, {
        x: "millions",
        y: "bar",
        fill: "var(--mark)",
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.text(data, {
        x: "millions",
        y: "bar",
        text: (d: Row) =>
          bounded(formatNumber(number(d, "millions") ?? 0, 1), d.qualifier) +
          (marks.on(statisticCell(d, text(d, "indicator_id"))).length ? "†" : "") +
          flagMark(d),
        dx: 6,
        textAnchor: "start",
        fill: "var(--ink)",
      }),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
    ],
  };
  return Plot.plot(spec);
}
