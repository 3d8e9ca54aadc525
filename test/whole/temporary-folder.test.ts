import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("a temporary folder is gone after %s", async (signal, code) => {
  const script = `import { withTemporaryFolder } from "./loaders/temporary-folder.ts";
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
