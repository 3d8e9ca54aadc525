import { statSync } from "node:fs";
import { join } from "node:path";
import { evidenceFiles } from "../evidence-files.js";

/**
 * Sizes and times of all tables: a version would miss an edit that was taken back meanwhile. A file that goes while it
 * is looked at has none.
 * @param folder absolute path of the evidence
 */
export function dataState(folder: string): string {
  return evidenceFiles(folder)
    .map((name) => {
      const stats = statSync(join(folder, name), { throwIfNoEntry: false });
      return [name, stats?.size, stats?.mtimeMs, stats?.ctimeMs, stats?.ino].join(" ");
    })
    .join("\n");
}
