import { mindWords } from "../components/format.js";
import { number, text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, type BriefFigure } from "./brief-figure.js";

/** Every statistic that speaks of a city, with its year and what to mind. */
export const briefStatistics: BriefFigure = {
  ...ofBrief,
  id: "brief-statistics",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, s.indicator_id, i.name as indicator, s.place, s.place_kind, s.year, s.value,
  i.unit, s.source_id, s.locator, s.flag, s.note
from statistics s
join indicators i using (indicator_id)
join cities c using (city_id)${cityCondition(options)}
order by c.name, array_position(['city', 'metropolitan-area', 'district', 'programme', 'survey'], s.place_kind) nulls last,
  i.name, s.place, s.year, s.value`,
  title(rows) {
    const dated = rows.filter((row) => !undated(row));
    const without = rows.length - dated.length;
    const span =
      without === 0
        ? `${rows.length > 1 && /^of/.test(yearsOf(dated)) ? "all " : ""}${yearsOf(dated)}`
        : dated.length
          ? `${dated.length} ${yearsOf(dated)} and ${without} undated`
          : "undated";
    const empty = rows.filter((row) => row.value === null).length;
    const unread = empty
      ? `; ${empty === rows.length ? "without" : `${empty} without`} a value that can be read`
      : "";
    return `${cityOf(rows)}: ${counted(rows.length, "statistic")}, ${span}${unread}`;
  },
  description: (rows) =>
    `Table of statistics: ${rows.map((row) => `${text(row, "indicator")}, ${text(row, "place")}, ${text(row, "year")}: ${row.value === null ? "no figure" : `${text(row, "value")} ${text(row, "unit")}`}`).join("; ")}.`,
  columns: [
    { name: "indicator", title: "Statistic", words: statisticWords },
    { name: "value", title: "Value", asPrinted: true },
    { name: "year", title: "Year", year: true },
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

/** Of what no document states the year, another year stands in: a note says which. */
const undated = (row: Row) =>
  /(?<!first |last )\byear(?: of [^.;]*?)?:? (?:is )?not stated|year: "|\bno year stated/i.test(
    text(row, "note"),
  );

/** "of 2013", "from 2011 to 2013". */
function yearsOf(rows: Row[]): string {
  const years = rows.map((row) => number(row, "year")).filter((year) => year !== null);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `of ${first}` : `from ${first} to ${last}`;
}

/** "International migrants, % of residents", and of what where that is not the city itself. */
function statisticWords(row: Row): string {
  const of = row.place === row.city ? "" : ` (${text(row, "place")})`;
  return `${text(row, "indicator")}, ${text(row, "unit")}${of}`;
}
