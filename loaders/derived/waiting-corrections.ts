import { join } from "node:path";
import { keyOf } from "../upstream/check-readings.js";
import { readCorrections } from "../upstream/corrections.js";
import { SnapshotFolder } from "../upstream/snapshot-folder.js";
import { appliedCorrections, declaredCorrections } from "./applied-corrections.js";

/**
 * Corrections that are declared and that the snapshot of their source does not hold, a line each: what to run writes them
 * in. No fault of the evidence, whose figures are as they were published.
 * @param folder of the evidence, without faults
 */
export function waitingCorrections(folder: string): string[] {
  const snapshots = new SnapshotFolder(join(folder, "snapshots"));
  const lock = snapshots.lock();
  const applied = new Set(
    appliedCorrections(declaredCorrections(folder), lock).map(({ correction_id }) => correction_id),
  );
  return readCorrections(folder).flatMap((correction) => {
    const { id, source, newValue } = correction;
    if (!lock.snapshots[source]) return [];
    const key = keyOf(correction);
    const holds = () =>
      snapshots.read(source)!.some((reading) => keyOf(reading) === key && reading.value === newValue);
    if (applied.has(id) && holds()) return [];
    return `note: ${source} does not hold the correction ${id} yet: npm run refresh -- ${source} writes it in`;
  });
}
