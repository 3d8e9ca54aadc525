import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { finishSite } from "./finish.js";
import { primeCache } from "./prime-cache.js";
import { projectFolder, siteFolder, sourceRoot } from "./paths.js";

/**
 * Builds the site into `dist/`. The outputs of loaders are dropped first: Framework's cache knows when a loader
 * changed, not when the data behind it did. What stays is the libraries it bundled.
 */
const cache = join(sourceRoot, ".observablehq", "cache");
if (existsSync(cache)) {
  for (const name of readdirSync(cache))
    if (!name.startsWith("_")) rmSync(join(cache, name), { recursive: true });
}
primeCache(sourceRoot);
rmSync(siteFolder, { recursive: true, force: true });
const observable = join(
  projectFolder,
  "node_modules",
  "@observablehq",
  "framework",
  "dist",
  "bin",
  "observable.js",
);
const { status } = spawnSync(process.execPath, [observable, "build"], {
  cwd: projectFolder,
  stdio: "inherit",
  env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true" },
});
if (status !== 0) {
  rmSync(siteFolder, { recursive: true, force: true });
  console.error("the build failed; dist/ was removed so that nothing half built is published");
  process.exit(status ?? 1);
}
finishSite(siteFolder);
