import { element } from "../components/element.js";
import { folded } from "../model/folded.js";
import { stemOf } from "../model/vocabulary.js";
import { wordPattern } from "../model/words-in.js";

/** The texts of a card that a search looks through. */
const searched = "h3, .meta, .meta b, .place, .lead, .summary, .partner, dd, .practice-note";

/**
 * Marks the words of a card that a search meant.
 * @param words as the search folds them: without case and accents
 */
export function markWords(card: HTMLElement, words: ReadonlySet<string>): void {
  for (const part of card.querySelectorAll(searched))
    for (const node of [...part.childNodes]) {
      const text = node.nodeType === 3 ? (node.textContent ?? "") : "";
      const found = [...text.matchAll(wordPattern)].filter(
        ([word]) => words.has(folded(word)) || words.has(stemOf(word)),
      );
      if (found.length) node.replaceWith(...cut(card.ownerDocument, text, found));
    }
}

function cut(document: Document, text: string, found: RegExpExecArray[]): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let end = 0;
  for (const { 0: word, index } of found) {
    parts.push(text.slice(end, index), element(document, "mark", {}, word));
    end = index + word.length;
  }
  return [...parts, text.slice(end)];
}

/** Takes the marks of a card away. */
export function unmark(card: HTMLElement): void {
  for (const mark of card.querySelectorAll("mark")) {
    const parent = mark.parentElement!;
    mark.replaceWith(mark.textContent);
    parent.normalize();
  }
}
