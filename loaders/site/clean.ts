import { rmSync } from "node:fs";
import { join } from "node:path";
import { siteFolder, sourceRoot } from "./paths.js";

/** Removes what a build made: the site and Framework's cache. */
rmSync(siteFolder, { recursive: true, force: true });
rmSync(join(sourceRoot, ".observablehq"), { recursive: true, force: true });
