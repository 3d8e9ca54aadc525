import { folded } from "./folded.js";

/** A number is never misspelt: 2012 is not 2010. */
const hasDigit = /\p{N}/u;

/** How many slips a word may hold: one for five of its letters, rounded. */
const slipsAllowed = (word: string) => Math.round(word.length / 5);

/**
 * What may have been meant by a word that nothing has: the word with the fewest slips between the two, of those alike
 * the one that stands most often. A slip is a letter that is wrong, too many or missing, or two neighbours that are
 * swapped.
 * @param counts how often each word stands, without case and accents
 * @param fewest letters that a word must have to be misspelt
 * @returns a search for the nearest word: null where none is near, and for what holds a digit
 */
export function spelling(
  counts: ReadonlyMap<string, number>,
  fewest: number,
): (word: string) => string | null {
  const byLength = new Map<number, { word: string; count: number; letters: number }[]>();
  for (const [word, count] of counts) {
    const alike = byLength.get(word.length) ?? [];
    alike.push({ word, count, letters: lettersOf(word) });
    byLength.set(word.length, alike);
  }
  const known = new Map<string, string | null>();
  const nearest = (word: string): string | null => {
    let best: { word: string; slips: number; count: number } | null = null;
    const letters = lettersOf(word);
    const allowed = slipsAllowed(word);
    for (let length = word.length - allowed; length <= word.length + allowed; length++)
      for (const other of byLength.get(length) ?? []) {
        const most = best?.slips ?? allowed;
        // A slip changes two letters at most: most words need no closer look.
        if (bitsOf(letters ^ other.letters) > 2 * most) continue;
        const slips = slipsBetween(word, other.word, most);
        if (slips > most || (best && slips === best.slips && other.count <= best.count)) continue;
        best = { word: other.word, slips, count: other.count };
      }
    return best?.word ?? null;
  };
  return (typed) => {
    const word = folded(typed);
    if (word.length < fewest || hasDigit.test(word)) return null;
    const found = known.get(word);
    if (found !== undefined) return found;
    const near = nearest(word);
    known.set(word, near);
    return near;
  };
}

/** Which letters a word has, a bit each; letters beyond the alphabet share bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bitsOf(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * The least number of slips that lead from one word to another (optimal string alignment).
 * @param most counting stops above it: what is returned then is larger, and no more than that
 */
export function slipsBetween(a: string, b: string, most = Infinity): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, beforeLast[j - 2]! + 1);
      row.push(slips);
    }
    // Two rows, since a swap leaps over one.
    if (Math.min(...row, ...last) > most) return most + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
