import { mindWords } from "../components/format.js";
import { number, text, type Figure, type Row } from "../components/figure.js";

/** What stands in the way of work between cities and business, and what helps it, in one city or in all. */
export const partnershipConditions: Figure = {
  id: "partnership-conditions",
  sortable: true,
  sql: () => `select b.condition_id, b.kind, (count(*) over (partition by b.kind))::int as of_kind, c.city_id, coalesce(c.name, 'all cities') as city, b.summary, b.who,
  b.source_id, b.locator, b.flag, b.note
from partnership_conditions b
left join cities c using (city_id)
order by b.kind, c.name is not null, c.name, b.rowid`,
  title: (rows) =>
    `What stands between cities and business: ${countOf(rows, "barrier")} barriers and ${countOf(rows, "opening")} openings that the study names`,
  description: (rows) =>
    `Table of ${countOf(rows, "barrier")} barriers and ${countOf(rows, "opening")} openings. Barriers: ${said(rows, "barrier")} Openings: ${said(rows, "opening")}`,
  columns: [
    { name: "kind", title: "Kind" },
    {
      name: "city",
      title: "Said of",
      link: (row) => (row.city_id === null ? null : `/cities/${text(row, "city_id")}`),
    },
    { name: "summary", title: "What the study says" },
    { name: "who", title: "Who says so", missing: "the study, as a fact" },
    { name: "locator", title: "Place in the study" },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells: (row) => ({
    summary: { table: "partnership_conditions", key: text(row, "condition_id"), column: "summary" },
  }),
  sources: [
    {
      source_id: "thp-2014",
      locator:
        "Overview of Case Studies, The Role of Cities and Businesses; Discussion; Conclusions and Recommendations",
    },
  ],
  caveat:
    "Statements of those asked and of the study, in our words: who says so stands beside each. How many there are says nothing of their weight, and none was measured.",
};

function countOf(rows: Row[], kind: string): number {
  return number(rows.find((row) => row.kind === kind) ?? {}, "of_kind") ?? 0;
}

function said(rows: Row[], kind: string): string {
  return rows
    .filter((row) => row.kind === kind)
    .map((row) => `${text(row, "city")}: ${text(row, "summary")}`)
    .join(" ");
}
