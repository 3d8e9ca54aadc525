import { newestRound } from "../figures/newest-round.js";
import { flagMark, formatList, formatShort } from "../components/format.js";
import { colourOf } from "../model/names.js";
import { number, text, type Canvas, type Row } from "../components/figure.js";
import { cityCondition, cityOf, ofBrief, type BriefFigure } from "./brief-figure.js";
import { drawBars, pictureWidth } from "./bars.js";

/** Initiatives of a city by dimension, against the median and the most of the mapped cities. */
export const briefCoverage: BriefFigure = {
  ...ofBrief,
  id: "brief-coverage",
  inContents: "Coverage",
  sql: (options) => `with mapped as (
  select *, median(initiatives) over (partition by dimension) as median_initiatives,
    max(initiatives) over (partition by dimension) as most_initiatives
  from ${newestRound("initiatives")} i
)
select c.city_id, c.name as city, m.dimension, m.initiatives, m.actors, m.median_initiatives, m.most_initiatives,
  (select string_agg(o.name, ', ' order by o.name) from mapped b join cities o using (city_id)
    where b.dimension = m.dimension and b.initiatives = b.most_initiatives) as most_in,
  (select count(distinct city_id)::int from mapped) as mapped_cities,
  m.round, m.counted_in, m.source_id, m.locator, m.flag, m.note
from mapped m
join cities c using (city_id)${cityCondition(options)}
order by c.name, array_position(['social', 'cultural', 'legal', 'political', 'economic'], m.dimension)`,
  title(rows) {
    const below = rows.filter(isBelow).map((row) => text(row, "dimension"));
    const none = rows.filter((row) => row.initiatives === 0).map((row) => text(row, "dimension"));
    const missing = none.length ? `; no ${formatList(none)} initiative` : "";
    if (!below.length) return `${cityOf(rows)} reaches the median in every dimension`;
    return `${cityOf(rows)}: below the median of the ${mappedWords(rows)} in ${formatList(below)}${missing}`;
  },
  description: (rows) =>
    `Bars of initiatives in ${cityOf(rows)} by dimension, with marks at the median and the highest count of the ${mappedWords(rows)}. ${rows
      .map(
        (row) =>
          `${text(row, "dimension")} ${text(row, "initiatives")}, median ${formatShort(number(row, "median_initiatives") ?? 0)}, most ${text(row, "most_initiatives")} in ${text(row, "most_in")}`,
      )
      .join("; ")}.`,
  columns: [
    { name: "dimension", title: "Dimension" },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors" },
    { name: "median_initiatives", title: "Median", unit: "of the mapped cities", decimals: 1 },
    { name: "most_initiatives", title: "Most", unit: "of the mapped cities" },
    { name: "most_in", title: "Most in" },
  ],
  width: pictureWidth,
  draw: drawCoverage,
  cells: (row) => ({ initiatives: cell(row, "initiatives"), actors: cell(row, "actors") }),
  sources: [{ source_id: "thp-2014", locator: "Table 7" }],
  caveat: "Broken mark: median of the mapped cities; full mark: the most of any.",
};

const cell = (row: Row, column: string) => ({
  table: "initiatives",
  key: `${text(row, "city_id")}/${text(row, "dimension")}/${text(row, "round")}`,
  column,
});

/** True where a city has fewer initiatives than the median. */
const isBelow = (row: Row): boolean =>
  (number(row, "initiatives") ?? 0) < (number(row, "median_initiatives") ?? 0);

const mappedWords = (rows: Row[]) => `${text(rows[0] ?? {}, "mapped_cities")} mapped cities`;

function drawCoverage(rows: Row[], canvas: Canvas): Element {
  return drawBars(canvas, {
    labels: 26,
    bars: rows.map((row) => ({
      name: text(row, "dimension"),
      value: number(row, "initiatives"),
      colour: colourOf(text(row, "dimension")),
      label:
        text(row, "initiatives") +
        flagMark(row) +
        (canvas.marks.on(cell(row, "initiatives")).length ? "†" : ""),
      marks: [
        { name: "median", value: number(row, "median_initiatives"), broken: true },
        { name: "most", value: number(row, "most_initiatives") },
      ],
    })),
  });
}
