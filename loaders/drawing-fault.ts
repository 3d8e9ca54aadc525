import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./site/paths.js";

/** DuckDB's words on a query: the first of them, for the place in the query stands below. */
export function queryFaultWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.split(/\n\s*(?:LINE|Candidate|\n)/)[0]!.replace(/\s+/g, " ");
}

/**
 * Why a figure or finding could not be drawn, with the file and line where it is described.
 * @param id as pages name it
 */
export function drawingFault(id: string, error: unknown): string {
  return `${placeOf(id)}: ${queryFaultWords(error)}`;
}

/** "src/figures/coverage.ts:48": where the entry of this id begins. */
function placeOf(id: string): string {
  for (const room of ["src/figures", "src/briefs"]) {
    const folder = join(projectFolder, room);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".ts"))) {
      const lines = readFileSync(join(folder, name), "utf8").split("\n");
      const line = lines.findIndex((text) => new RegExp(`\\bid: "${id}"`).test(text)) + 1;
      if (line) return `${room}/${name}:${line}`;
    }
  }
  return `"${id}"`;
}
