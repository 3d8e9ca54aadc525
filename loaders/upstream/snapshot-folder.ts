import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeInPlace } from "../write-in-place.js";
import { emptyLock, lockText, readLock, type Lock, type LockEntry } from "./lock.js";
import type { Reading } from "./producer.js";
import { readSnapshot } from "./snapshot-text.js";
import { sha256, WorkFolder } from "./work-folder.js";

const lockFile = "snapshots.lock.json";
const workFolder = ".work";

/**
 * The folder of the snapshots. Its lock file says which file is the snapshot of a source; a file's name has the hash of its
 * content, so that a new one stands beside the last until the lock names it: whatever moment a refresh ends at, the lock
 * names whole files.
 */
export class SnapshotFolder {
  constructor(readonly folder: string) {}

  /** @throws Error where the lock file cannot be read */
  lock(): Lock {
    const file = join(this.folder, lockFile);
    return existsSync(file) ? readLock(readFileSync(file, "utf8")) : emptyLock;
  }

  /**
   * Readings of a source's snapshot; null where there is none.
   * @throws Error where the file is not the one that the lock names
   */
  read(source: string): Reading[] | null {
    const entry = this.lock().snapshots[source];
    if (!entry) return null;
    const file = join(this.folder, entry.file);
    const text = existsSync(file) ? readFileSync(file, "utf8") : null;
    if (text === null || sha256(text) !== entry.sha256)
      throw new Error(
        `data/snapshots/${entry.file} ${text === null ? "is missing" : "was changed by hand"}: take it back from git, or run npm run refresh -- ${source}`,
      );
    return readSnapshot(text);
  }

  /** Puts a snapshot in the place of the last one. */
  put(source: string, text: string, entry: Omit<LockEntry, "file" | "bytes" | "sha256">): void {
    const hash = sha256(text);
    const file = `${source}.${hash.slice(0, 8)}.csv`;
    writeInPlace(join(this.folder, file), text, { lasts: true });
    const { snapshots } = this.lock();
    const before = snapshots[source]?.file;
    const next: LockEntry = { file, bytes: Buffer.byteLength(text), sha256: hash, ...entry };
    const lock = lockText({ version: 1, snapshots: { ...snapshots, [source]: next } });
    writeInPlace(join(this.folder, lockFile), lock, { lasts: true });
    if (before !== undefined && before !== file) rmSync(join(this.folder, before), { force: true });
  }

  /** File by which two refreshes of this folder are kept apart. */
  get runLock(): string {
    return join(this.folder, workFolder, "refresh.lock");
  }

  /** Where a source's answers are kept until its refresh has ended. */
  workOf(source: string, now: () => number): WorkFolder {
    return new WorkFolder(join(this.folder, workFolder, source), now);
  }

  /** Removes snapshots that the lock does not name, left by a refresh that was stopped. */
  tidy(): void {
    if (!existsSync(this.folder)) return;
    const named = new Set(Object.values(this.lock().snapshots).map(({ file }) => file));
    for (const name of readdirSync(this.folder, { recursive: true, encoding: "utf8" })) {
      const path = name.replaceAll("\\", "/");
      if (path.startsWith(workFolder) || named.has(path)) continue;
      if (/\.[0-9a-f]{8}\.csv$|\.part$/.test(path)) rmSync(join(this.folder, path), { force: true });
    }
  }
}
