import { boundSign, citedSign, sentencesIn, type PlainText } from "./report-text.js";

/** A sentence that compares or counts in words, and that no claim checks. */
export interface UnboundComparison {
  /** The words that compare. */
  found: string;
  sentence: string;
  /** Line of the page's text, from 1. */
  line: number;
}

const compares = new RegExp(
  [
    String.raw`\b(the )?(most|least|fewest|highest|lowest|largest|smallest|greatest|best|worst|majority|minority)\b`,
    String.raw`\b(more|less|fewer|higher|lower|larger|smaller|greater|better|worse|cheaper|dearer) than\b`,
    String.raw`\b(rose|risen|rises|fell|fallen|falls|grew|grown|grows|declined?s?|increased?s?|decreased?s?|doubled?|halved)\b`,
    String.raw`\b(none|no (city|initiative|partnership|document|mapped city)|neither|only|every|seldom|rarely|always|never|nearly all|almost all)\b`,
    String.raw`\b(half|twice|third|quarter|two thirds|as (many|much) as|the same number)\b`,
    String.raw`\b(first|second|third|last) (highest|lowest|largest|smallest|most|place)\b`,
    String.raw`\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million) (of|out of) the\b`,
  ].join("|"),
  "i",
);

/** Names in which such a word compares nothing. */
const names =
  /\bthird[-– ](sector|party|parties|countr(y|ies)|channel|public|private|actors?)\b|\bat (best|least|most)\b|\bnot only\b|\bfor the most part\b/gi;

/**
 * Sentences that say more, most or none of something and have no claim. A value in them may carry it, and what a document
 * says is its own: sentences with a bound value or a citation are left out, and words in quotation marks.
 */
export function unboundComparisons(text: PlainText): UnboundComparison[] {
  return sentencesIn(text).flatMap(({ words, line, claimed }): UnboundComparison[] => {
    if (claimed || words.includes(boundSign) || words.includes(citedSign)) return [];
    const found = compares.exec(words.replace(/“[^”]*”/g, "").replace(names, ""))?.[0];
    return found === undefined ? [] : [{ found, sentence: words.replace(/\s+/g, " "), line }];
  });
}
