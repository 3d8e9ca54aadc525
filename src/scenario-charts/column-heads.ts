import { wrapWords } from "../components/wrap-words.js";

/** How the names of narrow columns stand above them. */
export type HeadForm = "straight" | "slanted" | "wrapped";

/** Width of a letter in parts of its size, of the widest of the usual sans-serif fonts. */
const letterWidth = 0.58;

/** Letters that fit into a width, in pixels, at a size of letters. */
export const lettersIn = (width: number, size: number): number => Math.floor(width / (letterWidth * size));

/**
 * In one line where every name fits; else slanted where names are single words, so that none is cut, and in two lines
 * where they are longer.
 * @param letters that fit above a column
 */
export function headForm(names: readonly string[], letters: number): HeadForm {
  if (names.every((name) => name.length <= letters)) return "straight";
  return names.every((name) => name.length <= 12 && !name.includes(" ")) ? "slanted" : "wrapped";
}

/** A name in two lines at most, cut with an ellipsis where it needs more. */
export function wrapped(name: string, letters: number): string[] {
  const [first = "", ...rest] = wrapWords(name, letters);
  return [first, rest.join(" ")].filter(Boolean).map((line) => shortened(line, Math.max(4, letters)));
}

/** A name that fits, with an ellipsis where it was cut. */
function shortened(name: string, letters: number): string {
  return name.length <= letters ? name : `${name.slice(0, letters - 1).trimEnd()}…`;
}
