import { join } from "node:path";
import { evidenceFault, type EvidenceFault } from "../evidence-fault.js";
import { readChecked } from "../upstream/checked.js";
import type { Producer } from "../upstream/producer.js";
import { producers } from "../upstream/producers.js";
import { SnapshotFolder } from "../upstream/snapshot-folder.js";
import { declaredCorrections } from "./applied-corrections.js";

/**
 * Checks that the snapshots are the files that their lock names, no more and no fewer, and that the corrections written
 * into them are still declared; and that their producers allow them to be passed on. A folder without snapshots has
 * nothing to check.
 * @param folder of the evidence
 * @param declared producers; default those that a refresh knows
 */
export function checkSnapshots(folder: string, declared: readonly Producer[] = producers): EvidenceFault[] {
  const snapshots = new SnapshotFolder(join(folder, "snapshots"));
  const fault = (rule: string, mend: string) => evidenceFault({ table: "snapshots" }, rule, mend);
  try {
    readChecked(snapshots.folder);
    const entries = Object.entries(snapshots.lock().snapshots);
    const corrections = new Set(declaredCorrections(folder).map(({ correction_id }) => correction_id));
    return [
      ...entries.flatMap(([, entry]) => {
        const words = snapshots.faultOf(entry);
        return words ? fault(`${entry.file} ${words}`, "take it back from git") : [];
      }),
      ...snapshots
        .stray()
        .map((file) =>
          fault(
            `${file} is in no entry of snapshots.lock.json`,
            "take the lock back from git, or run npm run refresh, which removes the file",
          ),
        ),
      ...entries
        .filter(([source]) =>
          declared.some(({ id, mayBePassedOn }) => !mayBePassedOn && source.startsWith(`${id}/`)),
        )
        .map(([source]) =>
          fault(
            `${source} is kept, and its producer does not allow that it is passed on`,
            `run npm run take-back -- ${source}, or look its licence up and say so in the producer's file`,
          ),
        ),
      ...entries.flatMap(([source, { account }]) =>
        (account.corrected ?? [])
          .filter((id) => !corrections.has(id))
          .map((id) =>
            fault(
              `${source} still holds the correction ${id}, which corrections.csv no longer has`,
              `run npm run refresh -- ${source}, without --since`,
            ),
          ),
      ),
    ];
  } catch (error) {
    return [fault((error as Error).message, "then run npm run check -- data again")];
  }
}
