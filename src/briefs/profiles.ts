import { capital, mindWords } from "../components/format.js";
import { text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, placeColumn, type BriefFigure } from "./brief-figure.js";

/** Which groups come to a city, since when, and how that changed, as the study describes it. */
export const briefProfiles: BriefFigure = {
  ...ofBrief,
  id: "brief-profiles",
  inContents: "Who comes",
  sql: (
    options,
  ) => `select c.city_id, c.name as city, m."group" as migrants, m.since, m.summary, m.source_id, m.locator, m.flag, m.note
from migration_profiles m
join cities c using (city_id)${cityCondition(options)}
order by c.name, m.rowid`,
  title: (rows) => `Who comes to ${cityOf(rows)}: the study names ${counted(rows.length, "group")}`,
  description: (rows) =>
    `Table of groups of migrants: ${rows.map((row) => `${text(row, "migrants")}: ${text(row, "summary")}`).join(" ")}`,
  columns: [
    { name: "migrants", title: "Group", words: (row) => capital(text(row, "migrants")) },
    { name: "since", title: "Since", words: sinceWords },
    { name: "summary", title: "What the study says" },
    placeColumn,
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells: (row) => ({
    summary: {
      table: "migration_profiles",
      key: `${text(row, "city_id")}/${text(row, "migrants")}`,
      column: "summary",
    },
  }),
  sources: [{ source_id: "thp-2014", locator: "Overview of Case Studies, Migration History" }],
};

function sinceWords(row: Row): string {
  return row.since === null ? "no year given" : text(row, "since");
}
