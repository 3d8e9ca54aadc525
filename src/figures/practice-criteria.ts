import { criteria, criterionNames, statedNames, type Criterion, type Stated } from "../model/names.js";
import * as Plot from "@observablehq/plot";
import { formatList } from "../components/format.js";
import { practiceSources } from "./practice-sources.js";
import { number, text, type Canvas, type Figure, type PlotSpec, type Row } from "../components/figure.js";

const told = ["met", "partly", "not-met"] as const satisfies readonly Stated[];
const colours = ["var(--mark)", "var(--heat-3)", "var(--gap)"];
const inks = ["var(--ground)", "var(--heat-ink-3)", "var(--ground)"];

/** What documents say of the six criteria of a good practice, and for how many practices they say nothing. */
export const practiceCriteria: Figure = {
  id: "practice-criteria",
  sql: () => `with stated as (
  select unnest(['met', 'partly', 'not-met', 'not-stated']) as stated
), criteria as (
  select unnest([${criteria.map((name) => `'${name}'`).join(", ")}]) as criterion
), counted as (
  select criterion, stated, count(*)::int as practices from practice_criteria group by criterion, stated
), judged as (
  select criterion, sum(practices)::int as judged from counted group by criterion
), register as (
  select (select count(*)::int from practices) as all_practices,
    (select count(distinct practice_id)::int from practice_criteria) as judged_practices
)
select criterion, stated,
  case when stated = 'not-stated' then all_practices - coalesce(judged, 0) else coalesce(practices, 0) end::int
    as practices,
  judged_practices, all_practices
from criteria cross join stated cross join register
left join counted using (criterion, stated)
left join judged using (criterion)
order by coalesce(judged, 0) desc, array_position([${criteria.map((name) => `'${name}'`).join(", ")}], criterion),
  array_position(['met', 'partly', 'not-met', 'not-stated'], stated)`,
  title(rows) {
    const every = number(rows[0] ?? {}, "all_practices") ?? 0;
    const judged = number(rows[0] ?? {}, "judged_practices") ?? 0;
    return `Of ${every} practices, documents judge ${judged} by at least one criterion and say nothing of ${every - judged}`;
  },
  description(rows) {
    const parts = order(rows).map((criterion) => {
      const own = rows.filter((row) => row.criterion === criterion);
      return `${nameOf(criterion)}: ${formatList(own.map((row) => `${text(row, "practices")} ${statedNames[text(row, "stated") as Stated]}`))}`;
    });
    return `Stacked bars of practices by criterion and by what is said of it. ${parts.join(". ")}.`;
  },
  key: told.map((stated, i) => ({ name: statedNames[stated], colour: colours[i]! })),
  columns: [
    { name: "criterion", title: "Criterion", names: criterionNames },
    { name: "stated", title: "What is said", names: statedNames },
    { name: "practices", title: "Practices" },
    { name: "judged_practices", title: "Practices judged by any criterion" },
    { name: "all_practices", title: "Practices of the register" },
  ],
  draw: drawCriteria,
  sources: practiceSources,
  caveat:
    "Nearly all judgements are those of The Hague Process and UNU-MERIT 2014 on its own cases. Where its words are not the criterion’s own name the row of the table carries a flag.",
};

const nameOf = (criterion: string) => criterionNames[criterion as Criterion] ?? criterion;
const order = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "criterion")))];

function drawCriteria(rows: Row[], { document, width }: Canvas): Element {
  const narrow = width < 500;
  const bars = order(rows);
  const longest = Math.max(
    1,
    ...bars.map((bar) =>
      rows.reduce(
        (sum, row) =>
          sum + (row.criterion === bar && row.stated !== "not-stated" ? (number(row, "practices") ?? 0) : 0),
        0,
      ),
    ),
  );
  const parts = rows.filter((row) => row.stated !== "not-stated" && (number(row, "practices") ?? 0) > 0);
  const silent = rows.filter((row) => row.stated === "not-stated");
  const sumOf = (bar: string) =>
    parts.reduce((sum, row) => sum + (row.criterion === bar ? number(row, "practices")! : 0), 0);
  const stacked = { x: "practices", y: "criterion", order: [...told], z: "stated" };
  const spec: PlotSpec = {
    document,
    width,
    height: bars.length * 30 + 44,
    marginLeft: narrow ? 98 : 110,
    marginRight: narrow ? 84 : 104,
    marginTop: 8,
    marginBottom: 36,
    style: { fontSize: "12px" },
    x: {
      label: "practices judged",
      labelAnchor: "right",
      labelArrow: "none",
      ticks: 4,
      tickSize: 0,
      domain: [0, longest],
    },
    y: { domain: bars, label: null, tickSize: 0, tickFormat: nameOf },
    color: { domain: [...told], range: colours },
    marks: [
      Plot.gridX({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.barX(
        parts,
        Plot.stackX({ ...stacked, fill: "stated", insetTop: 3, insetBottom: 3, insetRight: 1 }),
      ),
      Plot.text(
        parts,
        Plot.stackX({
          ...stacked,
          text: (row: Row) => text(row, "practices"),
          fill: (row: Row) => inks[told.indexOf(row.stated as Stated)]!,
          fontWeight: 600,
          fontVariant: "tabular-nums",
        }),
      ),
      Plot.text(silent, {
        x: (row: Row) => sumOf(text(row, "criterion")),
        y: "criterion",
        text: (row: Row) => `${text(row, "practices")} not stated`,
        textAnchor: "start",
        dx: 6,
        fill: "var(--soft)",
      }),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
    ],
  };
  return Plot.plot(spec);
}
