/** A word of a text, as searches and the marks of what they found take it. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text. */
export function wordsIn(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** Words that say nothing of what is looked for. */
const small = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);

export const isSmall = (word: string): boolean => small.has(word.toLowerCase());
