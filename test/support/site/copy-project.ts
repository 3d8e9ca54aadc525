import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "../../../loaders/package.js";
import { projectFolder } from "../../../loaders/site/paths.js";

/** Copies what a build needs of this project into an empty folder, with what Framework keeps of libraries. */
export function copyProject(folder: string): void {
  for (const name of ["src", "loaders", "package.json", "tsconfig.json", "observablehq.config.ts"])
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  cpSync(dataFolder, join(folder, "data"), { recursive: true });
  symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"), "dir");
  mkdirSync(join(folder, ".cache"), { recursive: true });
}
