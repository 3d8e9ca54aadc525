import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { makeFile } from "../write-output.js";

const file = "checked.json";
const shape = v.record(v.string(), v.pipe(v.string(), v.isoDate()));

/**
 * The day on which each source was last fetched, or found unchanged. It stands in a file of its own, which no version of
 * the data takes in: that nothing is new changes no figure.
 * @param folder of the snapshots
 * @throws Error where the file cannot be read
 */
export function readChecked(folder: string): Record<string, string> {
  const path = join(folder, file);
  if (!existsSync(path)) return {};
  try {
    return v.parse(shape, JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`data/snapshots/${file} cannot be read: delete it, and the next refresh writes it anew`, {
      cause,
    });
  }
}

/** @param day "2026-11-30", in universal time */
export function noteChecked(folder: string, sources: readonly string[], day: string): void {
  if (sources.length === 0) return;
  write(folder, { ...readChecked(folder), ...Object.fromEntries(sources.map((source) => [source, day])) });
}

/** Gives sources the day that they have in another folder, and none where they have none there. */
export function takeDaysBack(folder: string, sources: readonly string[], from: string): void {
  const [here, there] = [readChecked(folder), readChecked(from)];
  const kept = Object.entries(here).filter(([source]) => !sources.includes(source));
  const back = Object.entries(there).filter(([source]) => sources.includes(source));
  write(folder, Object.fromEntries([...kept, ...back]));
}

function write(folder: string, next: Record<string, string>): void {
  const sorted = Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)));
  makeFile(folder, file, `${JSON.stringify(sorted, null, 2)}\n`);
}
