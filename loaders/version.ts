import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "./package.js";

/**
 * The version of the evidence: it changes with any edit of `datapackage.json` or of a CSV.
 * @param folder absolute path; default `dataFolder`
 * @returns the first 8 hexadecimal digits of a SHA-256 over the files in the order of their names
 */
export function dataVersion(folder: string = dataFolder): string {
  const files = readdirSync(folder).filter((file) => file === "datapackage.json" || file.endsWith(".csv"));
  const hash = createHash("sha256");
  for (const file of files.sort()) {
    const bytes = readFileSync(join(folder, file));
    // Name and length keep a line moved from one file to the next from going unseen.
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex").slice(0, 8);
}
