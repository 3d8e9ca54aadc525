import { mindWords } from "../components/format.js";
import { text } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, placeColumn, type BriefFigure } from "./brief-figure.js";

/** Names of the kinds as shown. */
const conditionNames: Readonly<Record<string, string>> = { barrier: "barrier", opening: "opening" };

/** What stands in the way of work between a city and business, and what helps it, in turn, with who said so. */
export const briefConditions: BriefFigure = {
  ...ofBrief,
  id: "brief-conditions",
  inContents: "Barriers to partnership",
  sql: (options) => `select c.city_id, c.name as city, b.condition_id, b.kind, b.summary, b.who,
  (select count(*)::int from partnership_conditions where city_id is null) as of_all,
  b.source_id, b.locator, b.flag, b.note
from partnership_conditions b
join cities c using (city_id)${cityCondition(options)}
order by c.name, row_number() over (partition by b.city_id, b.kind order by b.rowid), b.kind`,
  title(rows) {
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    return `${cityOf(rows)}, work with business: ${counted(of("barrier"), "barrier")} and ${counted(of("opening"), "opening")}`;
  },
  description: (rows) =>
    `Table of barriers and openings: ${rows.map((row) => `${text(row, "kind")}: ${text(row, "summary")}`).join(" ")}`,
  words: () => [],
  more: (rows) => ({
    words: `${text(rows[0]!, "of_all")} more of all cities together: `,
    link: "the page of partnerships",
    to: "/partnerships#partnership-conditions",
  }),
  columns: [
    { name: "kind", title: "Kind", names: conditionNames },
    { name: "summary", title: "What the study says" },
    { name: "who", title: "Who says so", missing: "the study, as a fact" },
    placeColumn,
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells: (row) => ({
    summary: { table: "partnership_conditions", key: text(row, "condition_id"), column: "summary" },
  }),
  sources: [{ source_id: "thp-2014", locator: "The Role of Cities and Businesses; Discussion" }],
};
