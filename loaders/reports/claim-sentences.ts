import type { Answer } from "../pages/answer.js";
import { readClaims, type Claim } from "../pages/claims.js";
import type { PageText } from "../pages/page-text.js";
import { withoutMarkup } from "./without-markup.js";
import { writeBound } from "./write-bound.js";

/** A claim with the sentence that readers see. */
export interface SaidClaim extends Claim {
  id: string;
  sentence: string;
}

/** The claims of a page that have an id, with their sentences, in the order of the front matter. */
export function saidClaims(page: PageText, answerOf: (query: string) => Answer | undefined): SaidClaim[] {
  const text = page.lines.slice(page.before).join("\n");
  return readClaims(page).claims.flatMap((claim): SaidClaim[] => {
    if (claim.id === null) return [];
    const written = claim.says ?? sentenceOf(claim.id, text);
    if (written === null) return [];
    const bound = writeBound(written, answerOf);
    const sentence = withoutMarkup("text" in bound ? bound.text : written);
    return [{ ...claim, id: claim.id, sentence }];
  });
}

/** What stands in the brackets before `{claim=id}`; null where the text has none. */
function sentenceOf(id: string, text: string): string | null {
  const end = text.indexOf(`]{claim=${id}}`);
  if (end < 0) return null;
  let depth = 0;
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === "]") depth++;
    else if (text[at] === "[" && depth-- === 0) return text.slice(at + 1, end);
  }
  return null;
}
