import { execFileSync } from "node:child_process";
import { readLock, type Lock } from "../lock.js";
import type { Reading } from "../producer.js";
import { readSnapshot } from "../snapshot-text.js";

/** Snapshots of one moment. */
export interface Snapshots {
  lock: Lock;
  read: (source: string) => Reading[];
}

/**
 * The snapshots of a revision of the project; none where it has no lock file.
 * @param revision as git knows it: "HEAD", "main~3", a hash
 * @param folder the project's
 * @throws Error where git does not know the revision
 */
export function snapshotsAt(revision: string, folder: string): Snapshots {
  const git = (parameters: string[]) =>
    execFileSync("git", parameters, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 30,
      stdio: ["ignore", "pipe", "pipe"],
    });
  try {
    git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  } catch (cause) {
    throw new Error(`git knows no revision "${revision}": write a hash, a branch or HEAD`, { cause });
  }
  const show = (file: string) => git(["show", `${revision}:data/snapshots/${file}`]);
  const hasLock =
    git(["ls-tree", "--name-only", revision, "data/snapshots/snapshots.lock.json"]).trim() !== "";
  const lock = hasLock ? readLock(show("snapshots.lock.json")) : { version: 1 as const, snapshots: {} };
  return {
    lock,
    read: (source) => {
      const entry = lock.snapshots[source];
      return entry ? readSnapshot(show(entry.file)) : [];
    },
  };
}
