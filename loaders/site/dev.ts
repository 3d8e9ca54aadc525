import { spawn } from "node:child_process";
import { readdirSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { watch } from "chokidar";
import { checkEvidence, formatProblem } from "../check.js";
import { dataFolder } from "../package.js";
import { projectFolder, sourceRoot } from "./paths.js";
import { primeCache } from "./prime-cache.js";

/**
 * `npm run dev`: Framework's preview at http://127.0.0.1:3000 (`PORT`), which also follows `data/`. Framework watches
 * pages and loaders, not the tables behind them; an edit there touches both, so that loaders run and pages show it.
 */
const port = process.env.PORT ?? "3000";
forgetLoaded();
primeCache(sourceRoot);
const observable = join(
  projectFolder,
  "node_modules",
  "@observablehq",
  "framework",
  "dist",
  "bin",
  "observable.js",
);
const preview = spawn(
  process.execPath,
  [observable, "preview", "--host", "127.0.0.1", "--port", port, "--no-open"],
  {
    cwd: projectFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ARRIVALS_KEEP_LAST: "true" },
  },
);
preview.on("exit", (code) => process.exit(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));

let pending: NodeJS.Timeout | undefined;
watch(dataFolder, {
  ignoreInitial: true,
  awaitWriteFinish: { stabilityThreshold: 150, pollInterval: 50 },
}).on("all", () => {
  // A spreadsheet saves in several steps.
  clearTimeout(pending);
  pending = setTimeout(dataChanged, 100);
});

function dataChanged(): void {
  const { problems } = checkEvidence(dataFolder);
  for (const problem of problems) console.error(`data: ${formatProblem(problem)}`);
  if (problems.length) {
    console.error(
      `data: ${problems.length} problems; the pages keep the last good data until they are mended`,
    );
    return;
  }
  forgetLoaded();
  const now = new Date();
  for (const path of filesUnder(sourceRoot))
    if (/\.(md|arrow\.ts|csv\.ts|parquet\.ts|zip\.ts|json\.ts)$/.test(path)) utimesSync(path, now, now);
  console.error("data: changed, pages follow");
}

/** Drops what loaders made of earlier data; libraries stay. */
function forgetLoaded(): void {
  rmSync(join(sourceRoot, ".observablehq", "cache", "data"), { recursive: true, force: true });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
