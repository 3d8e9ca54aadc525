import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** How a tool ended, and what it said. */
export interface ToolRun {
  /** null where a signal ended it, or it could not be started. */
  status: number | null;
  stdout: string;
  stderr: string;
  error?: Error;
}

/** Runs a tool of `node_modules` in a process of its own, beside whatever else runs. */
export async function runTool(folder: string, command: string, args: readonly string[]): Promise<ToolRun> {
  const child = spawn("npx", ["--no-install", command, ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<{ status: number | null; error?: Error }>((resolve) => {
    child.once("error", (error) => resolve({ status: null, error }));
    child.once("close", (status) => resolve({ status }));
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, ...(await ended) };
}
