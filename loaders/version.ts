import { createHash } from "node:crypto";
import { join } from "node:path";
import { evidenceFiles } from "./evidence-files.js";
import { dataFolder } from "./package.js";
import { EvidenceError, evidenceFault } from "./evidence-fault.js";
import { readRegularFile } from "./read-regular-file.js";
import { mostTableBytes } from "./read-table.js";

/**
 * The version of the evidence: it changes with any edit of `datapackage.json` or of a CSV.
 * @param folder absolute path; default `dataFolder`
 * @returns the first 8 hexadecimal digits of a SHA-256 over the files in the order of their names
 * @throws EvidenceError if one of them is no file, or cannot be read
 */
export function dataVersion(folder: string = dataFolder): string {
  const hash = createHash("sha256");
  for (const file of evidenceFiles(folder)) {
    const read = readRegularFile(join(folder, file), mostTableBytes);
    if (read.bytes === undefined) {
      const { rule, mend } = read;
      throw new EvidenceError([evidenceFault({ table: file }, rule, mend)]);
    }
    // Name and length keep a line moved from one file to the next from going unseen.
    hash.update(`${file}\0${read.bytes.length}\0`).update(read.bytes);
  }
  return hash.digest("hex").slice(0, 8);
}
