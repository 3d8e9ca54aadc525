import { windowsMarks } from "../src/own-data/read/decode-as.js";

const bytesOfMarks = new Map([...windowsMarks].map((mark, i) => [mark, 0x80 + i]));

/**
 * Two bytes of UTF-8 taken for two Latin letters: "Ã£" for "ã", "â€™" for "’", "ðŸ" for an emoji's beginning. A quote or
 * dash may also stand after a word in capitals.
 */
const misreadLetters =
  /[ÂÃ][\u0080-\u00BA\u00BC-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™šœžŸ]|(?<!\p{Lu})[ÂÃ][»‘’“”…–—›]|[ÄÅ][\u0080-\u00BA\u00BC-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™šœžŸ]|â€.|ðŸ/u;

/** What a text was before its UTF-8 was read as Latin letters; null where it was not. */
export function misreadText(text: string): string | null {
  if (!misreadLetters.test(text)) return null;
  const bytes = [...text].map((one) => bytesOfMarks.get(one) ?? one.codePointAt(0)!);
  // Where only a part was misread, the rest says nothing of bytes.
  if (bytes.some((byte) => byte > 255)) return text;
  const read = new TextDecoder().decode(Uint8Array.from(bytes));
  return read.includes("\uFFFD") ? text : read;
}
