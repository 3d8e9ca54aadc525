import { text, type CellReference, type Row, type Source } from "../components/figure.js";

/** The cell of the evidence that names the lead of a row's practice; none where no lead is named. */
export function leadCells(row: Row): Record<string, CellReference> {
  return row.lead_actor
    ? { lead_actor: { table: "practices", key: text(row, "practice_id"), column: "lead_actor" } }
    : {};
}

/** Where the documents name who leads practices and who takes part. */
export const actorSources: Source[] = [
  { source_id: "thp-2014", locator: "boxes, good and promising practices" },
  { source_id: "com-2012", locator: "essays" },
  { source_id: "100rc-2016", locator: "examples and resources" },
  { source_id: "seidle-2019", locator: "Tables 1 and 2, cities" },
  { source_id: "fof-2019", locator: "summary" },
];
