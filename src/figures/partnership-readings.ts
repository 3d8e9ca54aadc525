import { number, text, type Figure } from "../components/figure.js";

/** Every number on partnerships that the study gives twice, with both readings. */
export const partnershipReadings: Figure = {
  id: "partnership-readings",
  sql: () => `select discrepancy_id, title, value_a, locator_a, value_b, locator_b, used, reason,
  count(*) over ()::int as stories
from discrepancies
where table_name = 'partnerships'
order by row_key not like '*/*/%', row_key not like '*%', row_key, discrepancy_id`,
  title: (rows) =>
    `${number(rows[0] ?? {}, "stories") ?? rows.length} statements on partnerships do not agree with each other`,
  description: (rows) =>
    `Table of ${number(rows[0] ?? {}, "stories") ?? rows.length} statements with two readings: ${rows
      .map((row) => text(row, "title"))
      .join("; ")}.`,
  columns: [
    { name: "title", title: "What" },
    { name: "value_a", title: "One reading" },
    { name: "locator_a", title: "Where it stands" },
    { name: "value_b", title: "The other reading" },
    { name: "locator_b", title: "Where that stands" },
    { name: "used", title: "Used here" },
    { name: "reason", title: "Why" },
  ],
  draw: null,
  cells: (row) =>
    Object.fromEntries(
      ["value_a", "value_b", "used"].map((column) => [
        column,
        { table: "discrepancies", key: text(row, "discrepancy_id"), column },
      ]),
    ),
  sources: [
    {
      source_id: "thp-2014",
      locator:
        "Table 8; Mapping of Initiatives, Partnerships; Sampling and Data Collection; Executive Summary",
    },
  ],
  caveat: "The page of sources has the same contradictions among all others.",
};
