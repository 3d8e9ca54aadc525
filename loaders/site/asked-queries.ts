import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceRoot } from "./paths.js";

/** A fenced block of SQL, its fence and its text. */
const sqlBlocks = /^(`{3,}|~{3,})sql\b[^\n]*\n([\s\S]*?)^\1/gm;

/** Whether a query is known before the page runs: one with `${…}` is not. */
export const isWhole = (query: string): boolean => !query.includes("${");

/** The queries in the SQL cells of pages that can be prepared before a page runs, each once. */
export function askedQueries(): string[] {
  const queries = readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .flatMap((file) => {
      const text = readFileSync(join(sourceRoot, file), "utf8").replaceAll("\r\n", "\n");
      return [...text.matchAll(sqlBlocks)].map(([, , query = ""]) => query.trimEnd());
    });
  return [...new Set(queries.filter((query) => query.trim() !== "" && isWhole(query)))].sort();
}
