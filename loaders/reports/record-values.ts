import { createHash } from "node:crypto";
import { publishedReports } from "./published.js";
import { readRecord, writeRecord, type RecordedChange, type ReportRecord } from "./record-file.js";
import { withGround } from "./report-ground.js";
import { reportValues, type ReportValue } from "./report-values.js";

/** What a value says now: a sentence or title, and for a figure a hash of its rows, so that a changed cell is noticed. */
export function recorded({ kind, sentence, value }: ReportValue): string {
  if (kind === "claim") return sentence;
  return `${sentence} #${createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 12)}`;
}

/** What all published reports say now. */
function valuesNow(): Promise<ReportRecord["values"]> {
  return withGround(async (ground) => {
    const values: ReportRecord["values"] = {};
    for (const report of publishedReports())
      values[report.slug] = Object.fromEntries(
        (await reportValues(report, ground)).map((value) => [value.id, recorded(value)]),
      );
    return values;
  });
}

/** What is other than it was recorded. What a report has newly, or has no more, is its author's doing and no change. */
export function changesSince(
  before: ReportRecord["values"],
  now: ReportRecord["values"],
  about: Pick<RecordedChange, "date" | "dataVersion">,
): RecordedChange[] {
  return Object.entries(now).flatMap(([report, values]) =>
    Object.entries(values).flatMap(([id, value]): RecordedChange[] => {
      const was = before[report]?.[id];
      return was === undefined || was === value ? [] : [{ ...about, report, id, was, now: value }];
    }),
  );
}

/** Records what the reports say now, and what changed since. @param date ISO day */
export async function recordValues(date: string, dataVersion: string): Promise<RecordedChange[]> {
  const before = readRecord();
  const values = await valuesNow();
  const changes = changesSince(before.values, values, { date, dataVersion });
  writeRecord({ values, changes: [...changes, ...before.changes] });
  return changes;
}
