/** Longest text that a guess is made for, in code units: the work grows with the square. */
const longestGuessed = 200;

/**
 * The candidate that differs from the text by the fewest letters added, removed or changed, ignoring case.
 * @returns null where none is near: more than two letters away, or a third of a shorter text; null for long texts
 */
export function closest(text: string, candidates: Iterable<string>): string | null {
  if (text.length > longestGuessed) return null;
  let best: string | null = null;
  let least = Math.min(2, Math.ceil(text.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = lettersApart(text.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The candidates that differ from the text by the fewest letters, however many; the nearest first, at most so many. */
export function nearest(text: string, candidates: Iterable<string>, most: number): string[] {
  const short = text.slice(0, longestGuessed).toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, apart: lettersApart(short, candidate.toLowerCase(), Infinity) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance, or `limit` where it is at least that. */
function lettersApart(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(changed, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
