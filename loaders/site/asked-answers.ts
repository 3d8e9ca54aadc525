import { boundQueries } from "../pages/bound-text.js";
import { readClaims } from "../pages/claims.js";
import { takeApart } from "../pages/page-text.js";
import { fromPageTexts } from "./page-texts.js";

/** The queries whose answers stand in pages, each once: of bound values and of claims. @param texts default: those of all pages */
export const askedAnswers = fromPageTexts((texts) => [...new Set(texts.flatMap(answersOf))].sort());

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
