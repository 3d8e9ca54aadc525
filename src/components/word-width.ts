/** Mean width of a letter in a picture, in pixels, of the widest of the usual sans-serif fonts at 12 pixels. */
const letter = 7;
const capital = /\p{Lu}/u;
/** Letters that are as wide as high, those of East Asia among them. */
const wide = /[MW@%\u1100-\uffdc\p{Emoji_Presentation}]/u;

/** About how wide words are in a picture, in pixels. */
export function wordWidth(words: string): number {
  const widths = [...words].map((one) => (wide.test(one) ? 12 : capital.test(one) ? 9 : letter));
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Words in at most so many pixels; longer ones end in "…". */
export function cutToWidth(words: string, most: number): string {
  if (wordWidth(words) <= most) return words;
  const letters = [...words];
  while (letters.length > 1 && wordWidth(`${letters.join("")}…`) > most) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
