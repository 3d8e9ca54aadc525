import * as Plot from "@observablehq/plot";
import { formatNumber } from "../components/format.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

/** How many organisations were asked in each city, and how many gave an interview: the size of the evidence. */
export const interviews: Figure = {
  id: "interviews",
  sql: () => `select c.city_id, c.name as city, v.contacted, v.replied, v.interviewed,
  v.interviewed / v.contacted::double * 100 as interviewed_pct, sum(i.initiatives)::int as initiatives,
  -- Flags of the column not_replied, which is not shown, would discredit the numbers that are.
  case when v.note like 'not_replied:%' then null else v.flag end as flag,
  case when v.note like 'not_replied:%' then null else v.note end as note
from interviews v
join cities c using (city_id)
join initiatives i using (city_id)
group by all
order by v.interviewed desc, c.name`,
  title(rows) {
    const most = rows[0];
    const least = rows[rows.length - 1];
    if (!most || !least) return "Interviews by city";
    return `How thin the evidence is: ${number(most, "interviewed")} interviews in ${text(most, "city")}, ${number(least, "interviewed")} in ${text(least, "city")}`;
  },
  description(rows) {
    return `Dots of organisations contacted and interviewed. ${rows
      .map(
        (row) =>
          `${text(row, "city")}: ${text(row, "contacted")} contacted, ${text(row, "interviewed")} interviewed`,
      )
      .join("; ")}.`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "contacted", title: "Contacted", unit: "organisations" },
    { name: "replied", title: "Replied", unit: "organisations" },
    { name: "interviewed", title: "Interviewed", unit: "interviews" },
    { name: "interviewed_pct", title: "Interviewed", unit: "% of those contacted", decimals: 0 },
    { name: "initiatives", title: "Initiatives found" },
  ],
  draw: drawInterviews,
  cells(row) {
    const key = text(row, "city_id");
    return Object.fromEntries(
      ["contacted", "replied", "interviewed"].map((column) => [column, { table: "interviews", key, column }]),
    );
  },
  sources: [{ source_id: "thp-2014", locator: "Table 3" }],
  caveat:
    "Compare the counts of two cities only with this in mind. More interviews did not simply find more. The heat map can show initiatives per interview.",
};

function drawInterviews(rows: Row[], { document, width, live, marks }: Canvas): Element {
  const narrow = width < 500;
  const marked = (row: Row, column: string) =>
    marks.on({ table: "interviews", key: text(row, "city_id"), column }).length ? "†" : "";
  const spec: PlotSpec = {
    document,
    width,
    height: rows.length * 28 + 60,
    marginLeft: narrow ? 92 : 110,
    marginRight: 30,
    marginTop: 26,
    marginBottom: 34,
    style: { fontSize: "12px" },
    x: {
      label: "organisations",
      labelAnchor: "right",
      labelArrow: "none",
      domain: [0, Math.max(...rows.map((row) => number(row, "contacted") ?? 0))],
      nice: true,
      ticks: 5,
      tickSize: 0,
    },
    y: { domain: rows.map((row) => text(row, "city")), label: null, tickSize: 0 },
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
        text: (d: Row) => formatNumber(number(d, "interviewed") ?? 0) + marked(d, "interviewed"),
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
