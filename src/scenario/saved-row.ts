import { faultsWords } from "../components/fault-words.js";
import type { ToldFault } from "../components/told-fault.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { readRecord } from "./read-record.js";
import { longestName, tidyName, type Today } from "./record.js";
import type { SavedRow } from "./saved-database.js";

/** Why nothing could be done with an id. */
export const missing = bad({
  message: "That scenario is not saved any more: another tab may have deleted it.",
});

/** What the browser allows as a time, ms since 1970: later ones are no dates. */
const latest = 8.64e15;

/** A time, where it is one. */
export function timeOf(value: unknown): number | null {
  return typeof value === "number" && value >= 0 && value <= latest ? value : null;
}

/** Whether a row was deleted and can be brought back. A time that is none has deleted nothing. */
export const isDeleted = ({ deleted }: SavedRow) => timeOf(deleted) !== null;

/**
 * A text that stands for the key of a row, whatever the browser allows as one: the id itself where it is one of ours,
 * else a text that no id of ours is.
 */
export function handleOf(id: unknown): string {
  return isOwnId(id) ? id : `\u0001${keyText(id)}`;
}

/** "this" and "baseline" are what the list compares with. */
export const isOwnId = (id: unknown): id is string =>
  typeof id === "string" && /^[\w-]{1,100}$/.test(id) && id !== "this" && id !== "baseline";

function keyText(id: unknown): string {
  if (Array.isArray(id)) return `[${id.map(keyText).join()}]`;
  if (id instanceof ArrayBuffer) return `bytes ${new Uint8Array(id).join()}`;
  if (ArrayBuffer.isView(id)) return `bytes ${new Uint8Array(id.buffer).join()}`;
  return id instanceof Date ? `date ${id.getTime()}` : `${typeof id} ${String(id)}`;
}

/** The row of a handle that is in the list. */
export function rowOf(rows: readonly SavedRow[], handle: string): SavedRow | undefined {
  return rows.find((row) => handleOf(row.id) === handle && !isDeleted(row));
}

/** The row of an id that this version can read, or why it leaves the row alone. */
export function readable(rows: readonly SavedRow[], id: string, today: Today): Outcome<SavedRow, ToldFault> {
  const row = rowOf(rows, id);
  if (!row) return missing;
  const outcome = readRecord(row.record, today.model, today.awaitsRegister);
  if (outcome.ok) return good(row);
  return bad({
    message: `“${nameOf(row)}” is kept as it is, since this page cannot read it: ${faultsWords(outcome.faults)}.`,
  });
}

/** The name of a row, whatever stands there. */
export function nameOf(row: SavedRow): string {
  return (typeof row.name === "string" && tidyName(row.name)) || "(no name)";
}

/** The name, or with the first number that is free: "Cut", "Cut (2)", "Cut (3)". Names of the deleted are free. */
export function freeName(name: string, rows: readonly SavedRow[]): string {
  const taken = new Set(rows.filter((row) => !isDeleted(row)).map(nameOf));
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let n = 1, free = name; ; n++, free = numbered(stem, n)) if (!taken.has(free)) return free;
}

function numbered(stem: string, n: number): string {
  const end = ` (${n})`;
  return [...stem].slice(0, longestName - end.length).join("") + end;
}
