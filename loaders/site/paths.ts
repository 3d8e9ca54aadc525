import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/** Pages, components and routed loaders. */
export const sourceRoot = resolve(projectFolder, "src");
/** The static site. */
export const siteFolder = resolve(projectFolder, "dist");
