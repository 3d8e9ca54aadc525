import { estimatedWidth } from "./text-width.js";

/** Size of the letters of a picture, in pixels. */
const size = 12;

/** About how wide words are in a picture, in pixels, where its font is a wide one. */
export const wordWidth = (words: string): number => estimatedWidth(words, { size });

/** Words in at most so many pixels; longer ones end in "…". */
export function cutToWidth(words: string, most: number): string {
  if (wordWidth(words) <= most) return words;
  const letters = [...words];
  while (letters.length > 1 && wordWidth(`${letters.join("")}…`) > most) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
