import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { shown } from "./write-faults.js";

/** What runs alone. */
export type Locked = "build" | "refresh";

/** A build or refresh that runs, as its lock says. */
export interface RunningBuild {
  process: number;
  host: string;
  /** When it began, in milliseconds since 1970. */
  since: number;
  /** When its process was started, as the system counts; null where it does not say. Numbers of processes come again. */
  started: string | null;
}

/** Most bytes of a lock. Ours has about a hundred. */
const mostBytes = 10_000;
/** Largest number that a process can have, and the latest time, in milliseconds since 1970. */
const [mostProcess, latest] = [2 ** 31 - 1, 8.64e15];

/**
 * The text of a lock.
 * @returns undefined where nothing has that name; null where something has it that no build made: a folder, a link, a
 *   pipe, a file of any size
 * @throws in words where it may not be read
 */
export function readLock(file: string, what: Locked = "build"): string | null | undefined {
  let handle: number | undefined;
  try {
    if (!lstatSync(file).isFile()) return null;
    // Without waiting, and never through a link: something else may have taken its name meanwhile.
    const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
    handle = openSync(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const stats = fstatSync(handle);
    return stats.isFile() && stats.size <= mostBytes ? readFileSync(handle, "utf8") : null;
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (["ELOOP", "ENXIO"].includes(code)) return null;
    throw new Error(
      `${shown(file)} says whether a ${what} runs here, and cannot be read (${message}). If none runs, remove it.`,
      { cause: error },
    );
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** The build that a lock names, if it still runs. No build wrote a text that is no lock, or not to its end. */
export function runningBuildOf(text: string | null | undefined): RunningBuild | undefined {
  const lock = typeof text === "string" ? parse(text) : undefined;
  return lock && isRunning(lock) ? lock : undefined;
}

function parse(text: string): RunningBuild | undefined {
  try {
    const lock = JSON.parse(text) as RunningBuild;
    const { process: id, host, since, started } = lock;
    const isSound =
      Number.isInteger(id) &&
      id >= 1 &&
      id <= mostProcess &&
      typeof host === "string" &&
      typeof since === "number" &&
      Math.abs(since) <= latest &&
      (started === null || typeof started === "string");
    return isSound ? lock : undefined;
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
export function startOf(id: number): string | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
