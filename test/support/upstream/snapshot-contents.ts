import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file of a folder of snapshots by its name, byte for byte, but what a refresh works with. */
export function snapshotContents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(".work"))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(name, "latin1")]));
}
