import { certaintyWords, verdictNames } from "./doubt-words.js";
import type { FactNames } from "./fact-words.js";
import { placesOf } from "./findings-table.js";
import type { CheckedText } from "./finding.js";
import { countWords, evidenceWords, mindedWords } from "./verdict-words.js";

/** All findings as plain text, a paragraph each, to paste into a message. @param link makes addresses of this site whole */
export function copiedText(
  { text, findings, others }: CheckedText,
  names: FactNames,
  link: (path: string) => string,
): string {
  const paragraphs = findings.map((finding, i) => {
    const places = placesOf(finding, names).map(({ path, words }) => `${words}: ${link(path)}`);
    return [
      `${i + 1}. “${text.slice(finding.start, finding.end)}”: ${verdictNames[finding.verdict]}`,
      evidenceWords(finding, names),
      mindedWords(finding),
      ...places,
      `How sure: ${certaintyWords(finding)}`,
    ]
      .filter(Boolean)
      .join("\n   ");
  });
  return [countWords(findings, others), ...paragraphs].join("\n\n");
}
