import { boundQueries } from "../pages/bound-text.js";
import { readClaims } from "../pages/claims.js";
import { takeApart } from "../pages/page-text.js";
import { pageTexts } from "./page-texts.js";

/** The queries whose answers stand in pages, each once: of bound values and of claims. */
export function askedAnswers(): string[] {
  return [...new Set(pageTexts().flatMap(answersOf))].sort();
}

function answersOf(text: string): string[] {
  if (!text.includes("{{") && !/^claims:/m.test(text)) return [];
  const page = takeApart("", text);
  return [
    ...boundQueries(page.lines.slice(page.before).join("\n")),
    // An abstract has values too.
    ...boundQueries(String(page.fields["abstract"] ?? "")),
    ...readClaims(page).claims.map(({ sql }) => sql),
  ];
}
