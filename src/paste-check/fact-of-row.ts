import type { EvidenceRow } from "../model/baseline.js";
import { textOr } from "../model/evidence-cell.js";
import type { Fact, Qualifier } from "./facts.js";

/** Document, place in it, flag, note and bound of a row, as a fact has them; what the row does not say is left out. */
export function factOf(row: EvidenceRow): Pick<Fact, "source" | "locator" | "flag" | "note" | "qualifier"> {
  const flag = textOr(row["flag"]);
  const note = textOr(row["note"]);
  const qualifier = textOr(row["qualifier"]) as Qualifier | null;
  return {
    source: String(row["source_id"]),
    locator: String(row["locator"]),
    ...(flag !== null && { flag }),
    ...(note !== null && { note }),
    ...(qualifier !== null && { qualifier }),
  };
}

/** The different values of a column, joined: "Table 7"; "Table 7; Box 4". */
export function joined(rows: readonly EvidenceRow[], column: string): string {
  return [...new Set(rows.map((row) => String(row[column])))].slice(0, 3).join("; ");
}
