/**
 * A text without the letters of a kind that stand at its end. Each is looked at once. A regular expression that only its
 * end holds (`/0+$/`) goes through a run of them again from each letter of the run, so that a long text from outside
 * could keep the page busy.
 */
export function withoutEnd(text: string, isOfKind: (letter: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isOfKind(text[end - 1]!)) end--;
  return text.slice(0, end);
}
