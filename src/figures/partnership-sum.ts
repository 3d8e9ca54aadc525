import * as Plot from "@observablehq/plot";
import { formatList, formatNumber } from "../components/format.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

/** The cities' partnerships laid end to end, against the total that the study prints. */
export const partnershipSum: Figure = {
  id: "partnership-sum",
  sql: () => `with printed as (
  select value_b as printed_total, try_cast(value_b as integer) as printed
  from discrepancies where discrepancy_id = 'thp-partnership-total'
),
by_city as (
  select c.city_id, c.name as city, sum(p.partnerships)::int as partnerships
  from partnerships p join cities c using (city_id)
  -- The total binds the round of the study that prints it.
  where p.round = 'thp-2013'
  group by c.city_id, c.name
)
select city_id, city, partnerships,
  -- The city whose row is the whole difference comes last, so that it lies beyond the printed total.
  sum(partnerships) over (order by partnerships = sum_all - printed, partnerships desc, city)::int as running_total,
  sum_all, printed_total, printed, partnerships = sum_all - printed as left_out
from by_city, printed, (select sum(partnerships)::int as sum_all from by_city)
order by running_total`,
  title(rows) {
    const { all, printed, left } = totals(rows);
    return `The study prints ${printed} partnerships; its own rows add up to ${all}${left.length ? `, and the ${formatNumber(all - printed)} it lost are ${formatList(left)}'s` : ""}`;
  },
  description(rows) {
    const { all, printed } = totals(rows);
    return `One bar of the cities' partnerships end to end: ${rows.map((row) => `${text(row, "city")} ${text(row, "partnerships") || "no figure"}`).join(", ")}; together ${all}. A line marks the printed total, ${printed}.`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "partnerships", title: "Partnerships", unit: "sum of the city's four cells" },
    { name: "running_total", title: "Running total" },
    { name: "printed_total", title: "Printed grand total" },
    { name: "left_out", title: "Equals the difference" },
  ],
  draw: drawSum,
  cells: () => ({
    printed_total: { table: "discrepancies", key: "thp-partnership-total", column: "value_b" },
  }),
  sources: [
    { source_id: "thp-2014", locator: "Table 8; Executive Summary; Mapping of Initiatives, Partnerships" },
  ],
  caveat:
    "The row totals and the column totals of Table 8 both give 139. Its corner, the text and the summary say 121, from which the study calculates 15 per city (17.4 on all rows) and 8 % public–private (7 %). This site uses the rows of the table. Counts of newer rounds are no part of this sum.",
};

function totals(rows: Row[]) {
  const printed = number(rows[0] ?? {}, "printed") ?? 0;
  const all = rows.reduce((sum, row) => sum + (number(row, "partnerships") ?? 0), 0);
  const left = rows.filter((row) => row.left_out === true).map((row) => text(row, "city"));
  return { printed, all, left };
}

function drawSum(rows: Row[], { document, width }: Canvas): Element {
  const narrow = width < 500;
  const { printed, all } = totals(rows);
  const drawn = rows.flatMap((row) => {
    const partnerships = number(row, "partnerships");
    const to = number(row, "running_total");
    return partnerships === null || to === null
      ? []
      : [{ ...row, partnerships, to, from: to - partnerships }];
  });
  const room = (d: { partnerships: number }) => (d.partnerships * width) / (all || 1);
  const fits = (d: Row & { partnerships: number }) => room(d) > text(d, "city").length * 6 + 8;
  const spec: PlotSpec = {
    document,
    width,
    height: 168,
    marginLeft: 4,
    marginRight: 22,
    marginTop: 34,
    marginBottom: 34,
    style: { fontSize: "12px" },
    x: {
      domain: [0, all],
      label: "partnerships",
      labelAnchor: "left",
      labelArrow: "none",
      ticks: narrow ? 4 : 7,
      tickSize: 0,
    },
    y: { axis: null, domain: [0, 1] },
    marks: [
      Plot.rect(drawn, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: 1,
        fill: (d: Row) => (d.left_out === true ? "none" : "var(--heat-2)"),
        stroke: (d: Row) => (d.left_out === true ? "var(--ink)" : "none"),
        strokeWidth: 1.5,
        insetRight: 1,
      }),
      ...[true, false].map((level) =>
        Plot.text(
          drawn.filter((d) => fits(d) === level),
          {
            x: (d: { from: number; to: number }) => (d.from + d.to) / 2,
            y: 0.5,
            text: (d: Row & { partnerships: number }) =>
              `${text(d, "city")}${level ? "\n" : " "}${d.partnerships}`,
            rotate: level ? 0 : -90,
            fill: "var(--ink)",
            fontSize: level && !narrow ? 12 : 11,
            fontVariant: "tabular-nums",
          },
        ),
      ),
      Plot.ruleX([printed], { stroke: "var(--ink)", strokeWidth: 2, insetTop: -10 }),
      Plot.text([{ at: printed }], {
        x: "at",
        frameAnchor: "top",
        text: () => `printed: ${formatNumber(printed)}`,
        dy: -24,
        // On a phone the two totals would touch.
        dx: narrow ? -20 : -6,
        textAnchor: "end",
        fill: "var(--ink)",
        fontWeight: 600,
      }),
      Plot.text([{ at: all }], {
        x: "at",
        frameAnchor: "top",
        text: () => `sum: ${formatNumber(all)}`,
        dy: -24,
        dx: 20,
        textAnchor: "end",
        fill: "var(--ink)",
        fontWeight: 600,
      }),
    ],
  };
  return Plot.plot(spec);
}
