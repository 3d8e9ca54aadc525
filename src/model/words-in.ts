/** A word of a text, as searches and the marks of what they found take it. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text. */
export function wordsIn(text: string): string[] {
  return text.match(wordPattern) ?? [];
}

/** Words that say nothing of what is looked for, in English and in the languages of the vocabulary. */
const small = new Set(
  [
    "a an and by for from in of on or the to with",
    // Portuguese, Spanish, Catalan, French, Italian.
    "para por com con de da das do dos del della di el la las los le les em en na nas nos um uma una un une",
    "y e et o ou al aos au aux avec dans des du pour sur per amb els il gli",
    // German, Dutch.
    "und für fuer mit von zu zur zum im am der die das den dem ein eine voor van het een met op naar",
    // Swahili, Malay, Greek.
    "ya wa kwa za katika untuk dan di yang dari ke και για των του της με στο στη στην από το τα η ο οι",
  ].flatMap((words) => words.split(" ")),
);

export const isSmall = (word: string): boolean => small.has(word.toLowerCase());
