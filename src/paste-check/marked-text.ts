import { element } from "../components/element.js";
import { verdictNames, verdictSigns } from "./doubt-words.js";
import type { CheckedText } from "./finding.js";
import { piecesOf } from "./pieces.js";

/** Address of a finding's row in the table, and of its mark in the text. @param at place in the list, from 0 */
export const rowId = (at: number): string => `statement-${at + 1}`;
export const markId = (at: number): string => `in-text-${at + 1}`;

/** The text with a mark around every statement: its number and sign lead to its row. @param most marks that are drawn */
export function markedText(document: Document, checked: CheckedText, most: number): HTMLElement {
  const made = element(document, "div", { class: "checked-text" });
  for (const { text, finding } of piecesOf(checked)) {
    if (finding === null || finding >= most) {
      made.append(text);
      continue;
    }
    const { verdict } = checked.findings[finding]!;
    made.append(
      element(
        document,
        "mark",
        { class: `statement ${verdict}`, id: markId(finding) },
        element(document, "span", {}, text),
        element(
          document,
          "a",
          { href: `#${rowId(finding)}`, "aria-label": `Statement ${finding + 1}: ${verdictNames[verdict]}` },
          `${finding + 1}\u202f${verdictSigns[verdict]}`,
        ),
      ),
    );
  }
  return made;
}
