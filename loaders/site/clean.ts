import { rmSync } from "node:fs";
import { join } from "node:path";
import { removeEndedPreviews, removeLeftovers } from "./build-folders.js";
import { takeLock } from "./build-lock.js";
import { projectFolder, siteFolder, sourceRoot } from "./paths.js";
import { followed, mendPlace } from "./put-in-place.js";
import { readyToWrite, writeFault } from "./write-faults.js";

/**
 * `npm run clean`: removes what builds made: the site, what killed builds left, and Framework's cache. It is refused
 * while a build runs. A preview makes most of it anew, so it is no reason to refuse; but it may miss something.
 */
try {
  const aside = join(projectFolder, ".cache");
  readyToWrite([aside]);
  const unlock = takeLock();
  process.on("exit", unlock);
  mendPlace(siteFolder);
  removeLeftovers(aside);
  for (const folder of [followed(siteFolder), join(sourceRoot, ".observablehq")])
    rmSync(folder, { recursive: true, force: true });
  for (const id of removeEndedPreviews(aside))
    console.error(
      `A preview seems to run here (process ${id}), and its files were removed too. If it does, stop it and start it again: npm run dev.`,
    );
} catch (error) {
  console.error(writeFault(error) ?? (error as Error).message);
  process.exitCode = 1;
}
