/** Lines of at most so many letters, broken between words; a longer word has a line of its own. */
export function wrapWords(words: string, letters: number): string[] {
  const lines: string[] = [];
  // Other spaces hold together what they stand between: "11 %".
  for (const word of words.split(/[ \n\t]+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
