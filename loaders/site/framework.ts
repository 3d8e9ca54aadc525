import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { join } from "node:path";
import { watchProcesses } from "./ending.js";
import { projectFolder, sourceRoot } from "./paths.js";

/** Where Framework is installed. */
export const frameworkFolder = join(projectFolder, "node_modules/@observablehq/framework");

/** Framework's command, to be run with this Node. */
const frameworkCommand = join(frameworkFolder, "dist/bin/observable.js");

/** Where Framework keeps what loaders made and what it made of libraries. */
export const frameworkCache = join(sourceRoot, ".observablehq", "cache");

/** Where loaders note the hashes of what they make: see `write-output.ts`. Framework leaves "_" alone. */
export const madeFolder = join(frameworkCache, "_made");

/** Its environment: no usage reports to another host. */
function frameworkEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ARRIVALS_MADE: madeFolder, ...more };
}

interface Start {
  stdio: StdioOptions;
  env: Record<string, string>;
}

/** Starts Framework: see `startGroup`. */
export function startFramework(parameters: string[], start: Start): ChildProcess {
  return startGroup([frameworkCommand, ...parameters], start);
}

/** Starts a script of this folder as `startGroup` does; it calls `endWithStarter`. */
export function startScript(name: string, start: Start): ChildProcess {
  return startGroup(["--import", "tsx", join(projectFolder, "loaders/site", name)], start);
}

/**
 * Starts a process of this Node in a group of its own, with all that it starts, so that nothing is left when it is ended. It also
 * ends when this process is gone, however that came.
 */
function startGroup(parameters: string[], { stdio, env }: Start): ChildProcess {
  return spawn(process.execPath, parameters, {
    cwd: projectFolder,
    stdio,
    env: frameworkEnvironment({ ...env, ARRIVALS_STARTED_BY: String(process.pid) }),
    detached: process.platform !== "win32",
  });
}

/** Ends what `startFramework` or `startScript` started, and all that it started. */
export function endGroup({ pid }: { pid?: number }, signal: NodeJS.Signals = "SIGTERM"): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // All of them have ended.
  }
}

/** Called in such a process: ends it and its group when the one that started it is gone. */
export function endWithStarter(): void {
  const starter = Number(process.env.ARRIVALS_STARTED_BY);
  if (!starter) return;
  const end = () => endGroup(process, "SIGKILL");
  if (process.ppid === starter) watchProcesses([starter], end);
  else end();
}
