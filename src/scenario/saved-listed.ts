import { unread } from "../components/fault.js";
import { openingOf, type Opening } from "./link.js";
import { readRecord } from "./read-record.js";
import type { Today } from "./record.js";
import type { Row } from "./saved-database.js";
import { handleOf, isOwnId, nameOf, timeOf } from "./saved-row.js";

/** What of a row may not be as this page writes it, though the scenario opens. */
export type Odd = "id" | "time" | "name";

/** A saved scenario in the list; one that cannot be read is listed all the same, and kept as it is. */
export interface SavedScenario {
  /** Its id, or a text that stands for a key which is none of ours. */
  id: string;
  name: string;
  /** ms since 1970; 0 where it cannot be read. */
  saved: number;
  odd: readonly Odd[];
  /** The document that opens, or the baseline and why this one does not. */
  opening: Opening;
}

/** A row as the list has it. Nothing throws here: one odd row hides no other. */
export function listedRow(row: Row, today: Today): SavedScenario {
  const name = nameOf(row);
  const saved = timeOf(row.saved);
  const odd: Odd[] = [];
  if (!isOwnId(row.id)) odd.push("id");
  if (saved === null) odd.push("time");
  if (typeof row.name !== "string") odd.push("name");
  return { id: handleOf(row.id), name, saved: saved ?? 0, odd, opening: opened(row, today, `“${name}”`) };
}

function opened({ record }: Row, today: Today, what: string): Opening {
  try {
    return openingOf(readRecord(record, today.model, today.awaitsRegister), today, what);
  } catch (error) {
    const why = error instanceof Error ? ` (${error.message})` : "";
    return openingOf(unread({ message: `what is kept of it is damaged${why}` }), today, what);
  }
}
