import { shownText } from "../components/told-fault.js";
import { bad } from "../model/outcome.js";
import { openingOf, type Opening } from "./link.js";
import { readRecord } from "./read-record.js";
import type { Today } from "./record.js";
import type { SavedRow } from "./saved-database.js";
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
  /** The scenario as it opens, or why it does not. */
  opening: Opening;
}

/** A row as the list has it. Nothing throws here: one odd row hides no other. */
export function listedRow(row: SavedRow, today: Today): SavedScenario {
  const name = nameOf(row);
  const saved = timeOf(row.saved);
  const odd: Odd[] = [];
  if (!isOwnId(row.id)) odd.push("id");
  if (saved === null) odd.push("time");
  if (typeof row.name !== "string") odd.push("name");
  return { id: handleOf(row.id), name, saved: saved ?? 0, odd, opening: opened(row, today) };
}

function opened({ record }: SavedRow, today: Today): Opening {
  try {
    return openingOf(readRecord(record, today.model, today.awaitsRegister), today);
  } catch (error) {
    const why = error instanceof Error ? ` (${shownText(error.message)})` : "";
    return bad({ message: `what is kept of it is damaged${why}` });
  }
}
