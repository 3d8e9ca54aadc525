import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { projectFolder } from "./paths.js";
import { shown } from "./write-faults.js";

/** A build that runs, as its lock says. */
export interface RunningBuild {
  process: number;
  host: string;
  /** When it began, in milliseconds since 1970. */
  since: number;
  /** When its process was started, as the system counts; null where it does not say. Numbers of processes come again. */
  started: string | null;
}

export const lockFile = join(projectFolder, ".cache", "build.lock");

/** Thrown where another build has the lock. The message says which, and what to do. */
export class BuildRunning extends Error {
  override readonly name = "BuildRunning";
  constructor(
    readonly other: RunningBuild,
    file: string,
  ) {
    const here = other.host === hostname();
    super(
      `Another build is running here since ${timeOf(other.since)} (process ${other.process}${here ? "" : ` on ${other.host}`}). ` +
        (here
          ? "Wait for it, or stop it."
          : `Wait for it, or stop it there; if it has ended, remove ${shown(file)}.`),
    );
  }
}

/**
 * Takes the lock of builds in this checkout. One left by a process that has ended does not count.
 * @returns a function that gives it back
 * @throws BuildRunning where a build has it that still runs
 */
export function takeLock(file = lockFile): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine: RunningBuild = {
    process: process.pid,
    host: hostname(),
    since: Date.now(),
    started: startOf(process.pid),
  };
  const text = JSON.stringify(mine);
  const own = `${file}-${process.pid}`;
  writeFileSync(own, text);
  try {
    for (;;) {
      try {
        makeWhole(own, file, text);
        return () => {
          if (read(file) === text) rmSync(file, { force: true });
        };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const held = read(file);
      const other = held === undefined ? undefined : parse(held);
      if (other && isRunning(other)) throw new BuildRunning(other, file);
      if (held !== undefined) dropStale(file, held);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** The build that has the lock, if it still runs. */
export function runningBuild(file = lockFile): RunningBuild | undefined {
  const held = read(file);
  const other = held === undefined ? undefined : parse(held);
  return other && isRunning(other) ? other : undefined;
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

/** Moves a stale lock away; puts it back if it was another's, who was faster. */
function dropStale(file: string, stale: string): void {
  const moved = `${file}-stale-${process.pid}`;
  try {
    renameSync(file, moved);
    if (readFileSync(moved, "utf8") !== stale) linkSync(moved, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(moved, { force: true });
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Undefined where the text is no lock: a disk was full when it was written. */
function parse(text: string): RunningBuild | undefined {
  try {
    const lock = JSON.parse(text) as RunningBuild;
    return Number.isInteger(lock.process) && typeof lock.host === "string" ? lock : undefined;
  } catch {
    return undefined;
  }
}

function isRunning({ process: id, host, started }: RunningBuild): boolean {
  // Of a process of another machine that shares the folder nothing is known.
  if (host !== hostname()) return true;
  try {
    process.kill(id, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return started === null || startOf(id) === started;
}

/** Ticks after the system's start at which a process began, on Linux. */
function startOf(id: number): string | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function timeOf(since: number): string {
  return new Date(since).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
