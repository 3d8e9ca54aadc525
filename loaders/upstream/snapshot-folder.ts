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
  private frozen = false;

  /** @param work where answers are kept until a refresh has ended; default beside the snapshots */
  constructor(
    readonly folder: string,
    private readonly work = join(folder, workFolder),
  ) {}

  /** @throws Error where the lock file cannot be read, or is gone while snapshots stand there */
  lock(): Lock {
    const file = join(this.folder, lockFile);
    if (existsSync(file)) return readLock(readFileSync(file, "utf8"));
    if (this.files().length > 0)
      throw new Error(
        `data/snapshots/${lockFile} is missing, and snapshots stand there: take it back from git; if there never was one, delete data/snapshots and run npm run refresh`,
      );
    return emptyLock;
  }

  /** Paths of the snapshots below the folder, those that the lock does not name among them. */
  files(): string[] {
    return this.paths().filter((path) => /\.[0-9a-f]{8}\.csv$/.test(path));
  }

  /** Everything below the folder, but what a refresh works with, in the order of its names. */
  private paths(): string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((path) => !path.startsWith(workFolder))
      .sort();
  }

  /** Snapshots that no entry of the lock names: of a refresh that was stopped, or of a lock that lost an entry. */
  stray(): string[] {
    const named = new Set(Object.values(this.lock().snapshots).map(({ file }) => file));
    return this.files().filter((file) => !named.has(file));
  }

  /** What keeps a source's file from being the one that its lock names; null where it is. */
  faultOf({ file, sha256: hash }: Pick<LockEntry, "file" | "sha256">): string | null {
    const path = join(this.folder, file);
    if (!existsSync(path)) return "is missing";
    return sha256(new Uint8Array(readFileSync(path))) === hash ? null : "was changed by hand";
  }

  /**
   * Readings of a source's snapshot; null where there is none.
   * @throws Error where the file is not the one that the lock names
   */
  read(source: string): Reading[] | null {
    const entry = this.lock().snapshots[source];
    if (!entry) return null;
    const fault = this.faultOf(entry);
    if (fault) throw new Error(`data/snapshots/${entry.file} ${fault}: take it back from git`);
    const text = readFileSync(join(this.folder, entry.file), "utf8");
    return readSnapshot(text);
  }

  /** From now on no snapshot is replaced: what is made of them is about to be made. */
  freeze(): void {
    this.frozen = true;
  }

  get isFrozen(): boolean {
    return this.frozen;
  }

  /** Puts a snapshot in the place of the last one. @throws Error where the folder was frozen */
  put(source: string, text: string, entry: Omit<LockEntry, "file" | "bytes" | "sha256">): void {
    if (this.frozen) throw new Error(`${source}: the refresh was stopped`);
    const hash = sha256(text);
    const file = `${source}.${hash.slice(0, 8)}.csv`;
    const { snapshots } = this.lock();
    // A snapshot never stands without a lock: one whose lock was lost could not be told from one that was cut short.
    if (!existsSync(join(this.folder, lockFile)))
      writeInPlace(join(this.folder, lockFile), lockText(emptyLock), { lasts: true });
    writeInPlace(join(this.folder, file), text, { lasts: true });
    const before = snapshots[source]?.file;
    const next: LockEntry = { ...entry, file, bytes: Buffer.byteLength(text), sha256: hash };
    const lock = lockText({ version: 1, snapshots: { ...snapshots, [source]: next } });
    writeInPlace(join(this.folder, lockFile), lock, { lasts: true });
    if (before !== undefined && before !== file) rmSync(join(this.folder, before), { force: true });
  }

  /**
   * Puts a source's snapshot of another folder in the place of the one here, byte for byte; takes the one here away where
   * the other folder has none.
   * @returns false where both have the same
   * @throws Error where the other folder's file is not the one that its lock names
   */
  takeBack(source: string, from: SnapshotFolder): boolean {
    const { snapshots } = this.lock();
    const [here, there] = [snapshots[source], from.lock().snapshots[source]];
    const isWhole = here !== undefined && this.faultOf(here) === null;
    if (JSON.stringify(here) === JSON.stringify(there) && (here === undefined || isWhole)) return false;
    if (there) {
      const fault = from.faultOf(there);
      if (fault) throw new Error(`the snapshot ${there.file} of that revision ${fault}`);
      // One of another layout would be found out when it is read, after it stands in the place of a good one.
      readSnapshot(readFileSync(join(from.folder, there.file), "utf8"));
      this.put(source, readFileSync(join(from.folder, there.file), "utf8"), there);
      return true;
    }
    const { [source]: gone, ...others } = snapshots;
    const lock = lockText({ version: 1, snapshots: others });
    writeInPlace(join(this.folder, lockFile), lock, { lasts: true });
    rmSync(join(this.folder, gone!.file), { force: true });
    return true;
  }

  /** File by which two refreshes of this folder are kept apart. */
  get runLock(): string {
    return join(this.folder, workFolder, "refresh.lock");
  }

  /** Where a source's answers are kept until its refresh has ended. */
  workOf(source: string, now: () => number): WorkFolder {
    return new WorkFolder(join(this.work, source), now);
  }

  /** Removes snapshots that the lock does not name, left by a refresh that was stopped. */
  tidy(): void {
    const parts = this.paths().filter((path) => path.endsWith(".part"));
    for (const path of [...this.stray(), ...parts]) rmSync(join(this.folder, path), { force: true });
  }
}
