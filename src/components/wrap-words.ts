/**
 * Lines of at most so much, broken between words; a longer word has a line of its own.
 * @param most letters, or whatever `lengthOf` counts in
 * @param lengthOf how long a line is; default its letters
 */
export function wrapWords(
  words: string,
  most: number,
  lengthOf: (line: string) => number = ({ length }) => length,
): string[] {
  const lines: string[] = [];
  // Other spaces hold together what they stand between: "11 %".
  for (const word of words.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = `${lines[lines.length - 1] ?? ""} ${word}`;
    if (lines.length && lengthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same, with words longer than a line broken where the line ends: nothing stands beyond it. */
export function wrapAll(words: string, most: number, lengthOf: (line: string) => number): string[] {
  return wrapWords(words, most, lengthOf).flatMap((line) => {
    const pieces = [""];
    for (const letter of line) {
      const longer = pieces[pieces.length - 1]! + letter;
      if (longer.length === 1 || lengthOf(longer) <= most) pieces[pieces.length - 1] = longer;
      else pieces.push(letter);
    }
    return pieces;
  });
}
