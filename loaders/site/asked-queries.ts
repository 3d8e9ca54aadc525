import { fromPageTexts } from "./page-texts.js";

/** A fenced block of SQL, its fence and its text. */
const sqlBlocks = /^(`{3,}|~{3,})sql\b[^\n]*\n([\s\S]*?)^\1/gm;

/** Whether a query is known before the page runs: one with `${…}` is not. */
export const isWhole = (query: string): boolean => !query.includes("${");

/** The queries in the SQL cells of pages that can be prepared before a page runs, each once. @param texts default: those of all pages */
export const askedQueries = fromPageTexts((texts) => {
  const queries = texts.flatMap((text) =>
    [...text.matchAll(sqlBlocks)].map(([, , query = ""]) => query.trimEnd()),
  );
  return [...new Set(queries.filter((query) => query.trim() !== "" && isWhole(query)))].sort();
});
