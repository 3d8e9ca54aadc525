import { text } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, placeColumn, type BriefFigure } from "./brief-figure.js";

const kindNames: Readonly<Record<string, string>> = {
  advice: "advice",
  hint: "hint",
  example: "example offered",
  expectation: "expectation",
};

/** What the study says to one city by name: advice, hints, examples, expectations. */
export const briefAdvice: BriefFigure = {
  ...ofBrief,
  id: "brief-advice-to-city",
  inContents: "Said to the city",
  sql: (options) => `select c.city_id, c.name as city, a.advice_id, a.kind, a.summary, a.source_id, a.locator
from city_advice a
join cities c using (city_id)${cityCondition(options)}
order by c.name, array_position(['advice', 'hint', 'example', 'expectation'], a.kind), a.rowid`,
  title: (rows) => `What the study says to ${cityOf(rows)} by name: ${counted(rows.length, "point")}`,
  description: (rows) =>
    `Table of advice: ${rows.map((row) => `${kindNames[text(row, "kind")] ?? ""}: ${text(row, "summary")}`).join(" ")}`,
  columns: [
    { name: "kind", title: "Kind", names: kindNames },
    { name: "summary", title: "What the study says" },
    placeColumn,
  ],
  draw: null,
  cells: (row) => ({ summary: { table: "city_advice", key: text(row, "advice_id"), column: "summary" } }),
  sources: [{ source_id: "thp-2014", locator: "Conclusions and Recommendations" }],
};
