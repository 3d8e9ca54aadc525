/** The words of a text, in lower case, with marks and line breaks between them gone. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** Every run of so many words in the texts. A word broken at the end of a line counts whole as well. */
export function runsOf(texts: string[], length: number): Set<string> {
  const runs = new Set<string>();
  for (const text of texts)
    for (const version of new Set([text, text.replace(/[-\u00ad]\s*\n\s*/g, "")])) {
      const words = wordsOf(version);
      for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(" "));
    }
  return runs;
}

/** The runs of so many words that a text shares with others, each stretch once. */
export function copiedRuns(text: string, runs: ReadonlySet<string>, length: number): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let i = 0; i + length <= words.length; i++) {
    const run = words.slice(i, i + length).join(" ");
    if (!runs.has(run)) continue;
    found.push(run);
    i += length - 1;
  }
  return found;
}
