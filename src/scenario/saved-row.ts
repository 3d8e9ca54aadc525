import { readRecord } from "./read-record.js";
import { longestName, tidyName, type Today } from "./record.js";
import type { Row } from "./saved-database.js";

/** Why nothing could be done with an id. */
export const missing = "That scenario is not saved any more: another tab may have deleted it.";

/** The row of an id that this version can read, or why it leaves the row alone. */
export function readable(rows: readonly Row[], id: string, { model }: Today): Row | string {
  const row = rows.find((d) => d.id === id && d.deleted === undefined);
  if (!row) return missing;
  const outcome = readRecord(row.record, model);
  if (outcome.ok) return row;
  const reasons = outcome.faults.map(({ message }) => message).join("; ");
  return `“${nameOf(row)}” is kept as it is, since this page cannot read it: ${reasons}.`;
}

/** The name of a row, whatever stands there. */
export function nameOf(row: Row): string {
  return (typeof row.name === "string" && tidyName(row.name)) || "(no name)";
}

/** The name, or with the first number that is free: "Cut", "Cut (2)", "Cut (3)". Names of the deleted are free. */
export function freeName(name: string, rows: readonly Row[]): string {
  const taken = new Set(rows.filter(({ deleted }) => deleted === undefined).map(nameOf));
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let n = 1, free = name; ; n++, free = numbered(stem, n)) if (!taken.has(free)) return free;
}

function numbered(stem: string, n: number): string {
  const end = ` (${n})`;
  return [...stem].slice(0, longestName - end.length).join("") + end;
}
