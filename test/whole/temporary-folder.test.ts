import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";

it.each([
  ["SIGINT", 130, ""],
  ["SIGTERM", 143, ""],
  // Who ends the process by itself has its last words first.
  ["SIGTERM", 7, "process.on('SIGTERM', () => setTimeout(() => process.exit(7), 200));"],
] as const)("a temporary folder is gone after %s, with %i", async (signal, code, before) => {
  const script = `${before} import { withTemporaryFolder } from "./loaders/temporary-folder.ts";
await withTemporaryFolder("arrivals-test", (folder) => { console.log(folder); return new Promise((end) => setTimeout(end, 60_000)); });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const folder = await new Promise<string>((resolve) =>
    child.stdout.once("data", (part) => resolve(String(part).trim())),
  );
  expect(existsSync(folder)).toBe(true);
  child.kill(signal);
  expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(code);
  expect(existsSync(folder)).toBe(false);
});
