import { spawnSync } from "node:child_process";
import type { TestProject } from "vitest/node";
import { projectFolder, siteFolder } from "../../../loaders/site/paths.js";
import { serveSite } from "../../../loaders/site/serve.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built site, with a slash at its end. */
    siteUrl: string;
    /** Folder of the built site. */
    siteFolder: string;
  }
}

/**
 * Builds the site once for all tests and serves it. `ARRIVALS_SITE` names a folder that is built already.
 * @throws when there is no site: nothing of this project is run, nor passed over in silence
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = process.env.ARRIVALS_SITE ?? buildSite();
  const site = await serveSite(folder);
  project.provide("siteUrl", site.url);
  project.provide("siteFolder", folder);
  return () => site.close();
}

/** @throws with everything the build printed, when it fails */
function buildSite(): string {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const build = spawnSync(npm, ["run", "build"], {
    cwd: projectFolder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (build.status !== 0) throw new Error(`npm run build failed:\n${build.stdout}\n${build.stderr}`);
  return siteFolder;
}
