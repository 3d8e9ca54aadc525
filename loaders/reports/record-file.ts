import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sourceRoot } from "../site/paths.js";

/** A value of a report that is other than it was. */
export interface RecordedChange {
  /** ISO day on which it was recorded. */
  date: string;
  /** Slug of the report. */
  report: string;
  /** Of the figure or claim. */
  id: string;
  was: string;
  now: string;
  /** Version of the data that changed it. */
  dataVersion: string;
}

/** What the published reports said when it was recorded last. */
export interface ReportRecord {
  /** By slug and id: the sentence of a claim or title of a figure, with a hash of the rows behind a figure. */
  values: Record<string, Record<string, string>>;
  /** The newest first. */
  changes: RecordedChange[];
}

const file = join(sourceRoot, "reports", "record.json");

/** The record that stands with the reports; an empty one where there is none. @throws where it cannot be read, with what to do */
export function readRecord(): ReportRecord {
  if (!existsSync(file)) return { values: {}, changes: [] };
  try {
    const { values, changes } = JSON.parse(readFileSync(file, "utf8")) as Partial<ReportRecord>;
    if (typeof values === "object" && values !== null && Array.isArray(changes)) return { values, changes };
  } catch {
    // Told below, as what is JSON and no record is.
  }
  throw new Error(
    "src/reports/record.json cannot be read: take its last version back, or remove it and run npm run record-values",
  );
}

/** Writes the record. */
export function writeRecord(record: ReportRecord): void {
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
}
