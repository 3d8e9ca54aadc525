import { max, min } from "d3-array";
import { bounded, mindWords } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, datesWords, ofBrief, type BriefFigure } from "./brief-figure.js";

/** Every statistic that speaks of a city, with its year and what to mind. */
export const briefStatistics: BriefFigure = {
  ...ofBrief,
  id: "brief-statistics",
  inContents: "Statistics",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, s.indicator_id, i.name as indicator, s.place, s.place_kind, s.year, s.year_stated, s.value, s.qualifier,
  i.unit, s.source_id, s.locator, s.flag, s.note
from statistics s
join indicators i using (indicator_id)
join cities c using (city_id)${cityCondition(options)}
order by c.name, array_position(['city', 'metropolitan-area', 'district', 'programme', 'survey'], s.place_kind) nulls last,
  i.name, s.place, s.year, s.value`,
  title(rows) {
    const years = rows.flatMap((row) => (row.year_stated === true ? (number(row, "year") ?? []) : []));
    const dated = {
      dated: years.length,
      undated: rows.length - years.length,
      first: min(years),
      last: max(years),
    };
    const empty = rows.filter((row) => row.value === null).length;
    const unread = empty
      ? `; ${empty === rows.length ? "without" : `${empty} without`} a value that can be read`
      : "";
    return `${cityOf(rows)}: ${counted(rows.length, "statistic")}, ${datesWords(dated)}${unread}`;
  },
  description: (rows) =>
    `Table of statistics: ${rows.map((row) => `${text(row, "indicator")}, ${text(row, "place")}, ${yearWords(row)}: ${row.value === null ? "no figure" : bounded(`${text(row, "value")} ${text(row, "unit")}`, row.qualifier, { sentence: true })}`).join("; ")}.`,
  columns: [
    { name: "indicator", title: "Statistic", words: statisticWords },
    { name: "value", title: "Value", asPrinted: true, bound: "qualifier" },
    { name: "year", title: "Year", words: yearWords },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells(row) {
    const key = ["indicator_id", "place", "year", "source_id", "locator"]
      .map((name) => text(row, name))
      .join("/");
    return { value: { table: "statistics", key, column: "value" } };
  },
  sources: [{ source_id: "thp-2014", locator: "Table 2" }],
};

/** A year that only stands in for one that is not stated is told by the note, not as the figure's own. */
function yearWords(row: Row): string {
  return row.year_stated === true ? text(row, "year") : "not stated";
}

/** "International migrants, % of residents", and of what where that is not the city itself. */
function statisticWords(row: Row): string {
  const of = row.place === row.city ? "" : ` (${text(row, "place")})`;
  return `${text(row, "indicator")}, ${text(row, "unit")}${of}`;
}
