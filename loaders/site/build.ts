import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { finishSite } from "./finish.js";
import { frameworkCommand, frameworkEnvironment } from "./framework.js";
import { projectFolder, siteFolder, sourceRoot } from "./paths.js";
import { stampBriefs } from "./stamp-briefs.js";
import { primeCache } from "./prime-cache.js";

/**
 * Builds the site into `dist/`. The outputs of loaders are dropped first: Framework's cache knows when a loader
 * changed, not when the data behind it did. The site is built aside and moved when it is whole, so that `dist/` never
 * holds half of one, or an old one after a failure.
 */
const cache = join(sourceRoot, ".observablehq", "cache");
if (existsSync(cache)) {
  for (const name of readdirSync(cache))
    if (!name.startsWith("_")) rmSync(join(cache, name), { recursive: true });
}
primeCache(sourceRoot);
rmSync(siteFolder, { recursive: true, force: true });
const aside = join(projectFolder, ".cache", `site-${process.pid}`);
mkdirSync(aside, { recursive: true });
process.on("exit", () => rmSync(aside, { recursive: true, force: true }));
const { status } = spawnSync(process.execPath, [frameworkCommand, "build"], {
  cwd: projectFolder,
  stdio: "inherit",
  env: frameworkEnvironment({ ARRIVALS_OUTPUT: aside }),
});
if (status !== 0) {
  console.error("the build failed; there is no dist/, so that nothing old or half built is published");
  process.exit(status ?? 1);
}
await finishSite(aside);
stampBriefs(aside);
renameSync(aside, siteFolder);
