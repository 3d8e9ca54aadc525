const spaces = /[\s\u200b\u2060]/u;
const dashes = /\p{Pd}|\u2212/u;
const quotes = /[\u2018\u2019\u02bc\u00b4]/u;

/**
 * A text in small letters without accents, every space, dash and apostrophe of the same kind. It has as many characters
 * as the text, so that what is found in the one stands at the same place of the other.
 * @param text in Unicode's composed form (NFC)
 */
export function plainText(text: string): string {
  return text.replace(/[^\x21-\x40\x5b-\x7e]/gu, (letter) => {
    if (spaces.test(letter)) return " ";
    if (dashes.test(letter)) return "-";
    if (quotes.test(letter)) return "'";
    const bare = letter.normalize("NFD").charAt(0).toLowerCase();
    return letter.length === 1 && bare.length === 1 ? bare : letter;
  });
}
