import * as Plot from "@observablehq/plot";
import { flagMark, formatNumber } from "../components/format.js";
import { newestRound } from "./newest-round.js";
import { noInterviews } from "./no-interviews.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

/** How many stakeholders were asked in each city, and how many gave an interview: the size of the evidence. */
export const interviews: Figure = {
  id: "interviews",
  sql: () => `select c.city_id, c.name as city, v.contacted, v.replied, v.interviewed,
  v.interviewed / nullif(v.contacted, 0)::double * 100 as interviewed_pct, sum(i.initiatives)::int as initiatives,
  i.round, i.counted_in, min(i.source_id) as source_id, min(i.locator) as locator,
  -- Flags of the column not_replied, which is not shown, would discredit the numbers that are.
  case when v.note like 'not_replied:%' then null else v.flag end as flag,
  case when v.note like 'not_replied:%' then null else v.note end as note
from ${newestRound("initiatives")} i
join cities c using (city_id)
left join interviews v using (city_id, round)
group by all
order by v.interviewed desc nulls last, c.name`,
  title(rows) {
    const known = rows.filter(isRecorded);
    const most = known[0];
    const least = known[known.length - 1];
    if (!most || !least) return "Nobody recorded how many interviews the counts rest on";
    return `How thin the evidence is: ${number(most, "interviewed")} interviews in ${text(most, "city")}, ${number(least, "interviewed")} in ${text(least, "city")}`;
  },
  description(rows) {
    return `Dots of stakeholders contacted and interviewed. ${rows
      .map(
        (row) =>
          `${text(row, "city")}: ${isRecorded(row) ? `${text(row, "contacted")} contacted, ${text(row, "interviewed")} interviewed` : noInterviews}`,
      )
      .join("; ")}.`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "contacted", title: "Contacted", unit: "stakeholders", missing: noInterviews },
    { name: "replied", title: "Replied", unit: "stakeholders", missing: noInterviews },
    { name: "interviewed", title: "Interviewed", unit: "interviews", missing: noInterviews },
    {
      name: "interviewed_pct",
      title: "Interviewed",
      unit: "% of those contacted",
      decimals: 0,
      missing: noInterviews,
    },
    { name: "initiatives", title: "Initiatives found" },
  ],
  draw: drawInterviews,
  cells(row) {
    const key = keyOf(row);
    return Object.fromEntries(
      ["contacted", "replied", "interviewed"].map((column) => [column, { table: "interviews", key, column }]),
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 3" }],
  caveat:
    "Compare the counts of two cities only with this in mind. More interviews did not simply find more. The heat map can show initiatives per interview.",
};

const keyOf = (row: Row) => `${text(row, "city_id")}/${text(row, "round")}`;
const isRecorded = (row: Row) => number(row, "interviewed") !== null;

function drawInterviews(all: Row[], { document, width, live, marks }: Canvas): Element {
  const narrow = width < 500;
  const rows = all.filter(isRecorded);
  const unrecorded = all.filter((row) => !isRecorded(row));
  const marked = (row: Row, column: string) =>
    marks.on({ table: "interviews", key: keyOf(row), column }).length ? "†" : "";
  const spec: PlotSpec = {
    document,
    width,
    height: all.length * 28 + 60,
    marginLeft: narrow ? 92 : 110,
    marginRight: 30,
    marginTop: 26,
    marginBottom: 34,
    style: { fontSize: "12px" },
    x: {
      label: "stakeholders",
      labelAnchor: "right",
      labelArrow: "none",
      domain: [0, Math.max(1, ...rows.map((row) => number(row, "contacted") ?? 0))],
      nice: true,
      ticks: 5,
      tickSize: 0,
    },
    y: { domain: all.map((row) => text(row, "city")), label: null, tickSize: 0 },
    marks: [
      Plot.gridX({ ticks: 5, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.ruleY(rows, { y: "city", x1: "interviewed", x2: "contacted", stroke: "var(--soft)" }),
      Plot.dot(rows, {
        x: "contacted",
        y: "city",
        r: 4.5,
        stroke: "var(--mark)",
        fill: "var(--ground)",
        strokeWidth: 1.5,
      }),
      Plot.dot(rows, { x: "interviewed", y: "city", r: 5.5, fill: "var(--mark)" }),
      Plot.text(rows, {
        x: "interviewed",
        y: "city",
        text: (d: Row) =>
          formatNumber(number(d, "interviewed") ?? 0) + marked(d, "interviewed") + flagMark(d),
        dx: -10,
        textAnchor: "end",
        fill: "var(--ink)",
      }),
      Plot.text(rows, {
        x: "contacted",
        y: "city",
        text: (d: Row) => formatNumber(number(d, "contacted") ?? 0) + marked(d, "contacted"),
        dx: 9,
        textAnchor: "start",
        fill: "var(--soft)",
      }),
      Plot.text(rows.slice(0, 1), {
        x: "interviewed",
        y: "city",
        text: () => "interviewed",
        dy: -16,
        dx: 6,
        textAnchor: "end",
        fill: "var(--ink)",
      }),
      Plot.text(rows.slice(0, 1), {
        x: "contacted",
        y: "city",
        text: () => "contacted",
        dy: -16,
        dx: -6,
        textAnchor: "start",
        fill: "var(--soft)",
      }),
      Plot.text(unrecorded, {
        x: () => 0,
        y: "city",
        text: () => noInterviews,
        dx: 4,
        textAnchor: "start",
        fill: "var(--soft)",
      }),
      ...(live
        ? [
            Plot.tip(
              rows,
              Plot.pointerY({
                x: "contacted",
                y: "city",
                fill: "var(--panel)",
                title: (d: Row) =>
                  `${text(d, "city")}\n${text(d, "contacted")} contacted, ${text(d, "replied")} replied\n${text(d, "interviewed")} interviewed`,
              }),
            ),
          ]
        : []),
    ],
  };
  return Plot.plot(spec);
}
