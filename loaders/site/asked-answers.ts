import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { boundQueries } from "../pages/bound-text.js";
import { readClaims } from "../pages/claims.js";
import { takeApart } from "../pages/page-text.js";
import { sourceRoot } from "./paths.js";

/** The queries whose answers stand in pages, each once: of bound values and of claims. */
export function askedAnswers(): string[] {
  const queries = readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .flatMap((file) => answersOf(readFileSync(join(sourceRoot, file), "utf8")));
  return [...new Set(queries)].sort();
}

function answersOf(text: string): string[] {
  if (!text.includes("{{") && !/^claims:/m.test(text)) return [];
  const page = takeApart("", text);
  return [
    ...boundQueries(page.lines.slice(page.before).join("\n")),
    ...readClaims(page).claims.map(({ sql }) => sql),
  ];
}
