import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { projectFolder } from "./paths.js";
import { readLock, runningBuildOf, startOf, type Locked, type RunningBuild } from "./read-lock.js";
import { shown } from "./write-faults.js";

const lockFile = join(projectFolder, ".cache", "build.lock");

/** Most times that a stale lock is removed and another one found: others who ask at once have it soon. */
const mostAttempts = 100;

/** Thrown where another run of the same command has the lock. The message says which, and what to do. */
class Running extends Error {
  override readonly name = "Running";
  constructor(
    readonly other: RunningBuild,
    file: string,
    what: Locked,
  ) {
    const here = other.host === hostname();
    super(
      `Another ${what} is running here since ${timeOf(other.since)} (process ${other.process}${here ? "" : ` on ${other.host}`}). ` +
        (here
          ? "Wait for it, or stop it."
          : `Wait for it, or stop it there; if it has ended, remove ${shown(file)}.`),
    );
  }
}

/**
 * Takes the lock of builds in this checkout, or another one. One left by a process that has ended does not count, nor does
 * anything that no run can have written.
 * @param what runs alone, as messages name it
 * @returns a function that gives it back
 * @throws Running where one has it that still runs; in words where what is there can be neither read nor removed
 */
export function takeLock(file = lockFile, what: Locked = "build"): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine: RunningBuild = {
    process: process.pid,
    host: hostname(),
    since: Date.now(),
    started: startOf(process.pid),
  };
  const text = JSON.stringify(mine);
  const own = `${file}-${process.pid}`;
  removeAny(own);
  writeFileSync(own, text, { flag: "wx" });
  try {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      try {
        makeWhole(own, file, text);
        return () => {
          if (readLock(file, what) === text) rmSync(file, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const held = readLock(file, what);
      const other = runningBuildOf(held);
      if (other) throw new Running(other, file, what);
      if (held !== undefined) dropStale(file, held, what);
    }
    throw new Error(
      `${shown(file)} comes back as often as it is removed. Find out what makes it, and stop that.`,
    );
  } finally {
    removeAny(own);
  }
}

/**
 * For what writes nothing, and may not run beside what does: takes no lock.
 * @throws Running where another run has the lock; in words where the lock may not be read
 */
export function refuseWhileRunning(file: string, what: Locked): void {
  const other = runningBuildOf(readLock(file, what));
  if (other) throw new Running(other, file, what);
}

/**
 * The build that has the lock, if it still runs.
 * @throws in words where the lock may not be read
 */
export function runningBuild(file = lockFile): RunningBuild | undefined {
  return runningBuildOf(readLock(file));
}

/** @throws EEXIST where the file is there already */
function makeWhole(own: string, file: string, text: string): void {
  try {
    // A link is made whole or not at all, so that nobody reads half a lock.
    linkSync(own, file);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Some disks know no links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(code)) throw error;
    writeFileSync(file, text, { flag: "wx" });
  }
}

/**
 * Moves a stale lock away; puts it back if it was another's, who was faster.
 * @param stale what was read of it
 * @throws in words where it cannot be removed
 */
function dropStale(file: string, stale: string | null, what: Locked): void {
  const moved = `${file}-stale-${process.pid}`;
  try {
    removeAny(moved);
    renameSync(file, moved);
    const found = readLock(moved, what);
    if (typeof found === "string" && found !== stale) makeWhole(moved, file, found);
    removeAny(moved);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return;
    if (code === "EEXIST") return removeAny(moved);
    throw new Error(
      `${shown(file)} is left of no ${what} that runs, and cannot be removed (${message}). Remove it.`,
      {
        cause: error,
      },
    );
  }
}

/** Whatever it is; a link alone, not what it leads to. */
function removeAny(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

function timeOf(since: number): string {
  return new Date(since).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
