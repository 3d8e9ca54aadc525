import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

export const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
export type EndingSignal = (typeof endingSignals)[number];

/** What a shell expects of a process that a signal has ended: 128 and the signal's number. */
export const exitCodes: Record<EndingSignal, number> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Milliseconds between two looks whether the processes that started this one are there. */
const lookEvery = 500;

/**
 * Calls `end` once when this process is told to end: by Ctrl-C, by SIGTERM, because its terminal is closed, or because
 * npm, which started it, is gone. A second signal ends it at once.
 */
export function whenToldToEnd(end: (signal: EndingSignal) => void): void {
  let told = false;
  const tell = (signal: EndingSignal) => {
    if (told) process.exit(exitCodes[signal]);
    told = true;
    end(signal);
  };
  for (const signal of endingSignals) process.on(signal, () => tell(signal));
  watchProcesses(startedBy(), () => told || tell("SIGTERM"));
}

/** Calls `gone` once when one of the processes has ended. Keeps nobody alive. */
export function watchProcesses(ids: readonly number[], gone: () => void): void {
  if (!ids.length) return;
  const look = setInterval(() => {
    if (ids.every(isRunning)) return;
    clearInterval(look);
    gone();
  }, lookEvery);
  look.unref();
}

/**
 * The processes without which this one has no use: npm, and the shell that npm runs scripts in. A shell does not hand
 * signals on, and npm hands on only some. Empty where npm did not start it.
 */
function startedBy(): number[] {
  if (!process.env.npm_lifecycle_event || process.platform === "win32" || process.ppid <= 1) return [];
  const { name, parent } = processOf(process.ppid);
  return isShell(name) && parent > 1 ? [process.ppid, parent] : [process.ppid];
}

function isShell(name: string): boolean {
  return /^-?(da|ba|z|a|k)?sh$/.test(name);
}

/** Name and parent of a process; no name where the system does not tell. */
function processOf(id: number): { name: string; parent: number } {
  try {
    const text =
      process.platform === "linux"
        ? readFileSync(`/proc/${id}/stat`, "utf8").replace(/^\d+ \((.*)\) \S (\d+) .*$/s, "$2 $1")
        : execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(id)], { encoding: "utf8" });
    const [, parent = "0", name = ""] = /^\s*(\d+)\s+(.*?)\s*$/.exec(text) ?? [];
    return { name: basename(name), parent: Number(parent) };
  } catch {
    return { name: "", parent: 0 };
  }
}

/** True while a process of this number runs. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
