import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes drafts of all reports in a copy of the project: what published ones say need not be true of other data, and
 * nothing would be built.
 */
export function draftReports(folder: string): void {
  const reports = join(folder, "src/reports");
  for (const name of readdirSync(reports).filter((name) => name.endsWith(".md"))) {
    const text = readFileSync(join(reports, name), "utf8");
    writeFileSync(join(reports, name), text.replace(/^status: published$/m, "status: draft"));
  }
}
