import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import type { Lock } from "../upstream/lock.js";

/** The table of corrections, of which those count that a refresh has written into a snapshot. */
export const correctionsTable = "corrections";

/** Rows of the table as they stand in its file, checked or not; none where there is no such file. */
export function declaredCorrections(folder: string): Record<string, string>[] {
  const file = join(folder, `${correctionsTable}.csv`);
  if (!existsSync(file)) return [];
  // A spreadsheet begins its files with a byte-order mark.
  return csvParse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
}

/**
 * Those corrections that stand in a snapshot, as the refresh noted that wrote it. One that does not fit, or waits for its
 * refresh, changes no table.
 * @param rows of the table `corrections`
 */
export function appliedCorrections<Row extends Readonly<Record<string, unknown>>>(
  rows: readonly Row[],
  { snapshots }: Lock,
): Row[] {
  return rows.filter(({ source, correction_id }) =>
    snapshots[String(source)]?.account.corrected?.includes(String(correction_id)),
  );
}
