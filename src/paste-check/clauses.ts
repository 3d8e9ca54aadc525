import type { Span } from "./sentences.js";

/** Where one thing that a sentence says ends and the next begins. */
const border =
  /;|:(?=\s)|,(?=\s)|\s-(?=\s)|\((?!\d+(?:[.,]\d+)?%?\))|(?<!\d)\)|\b(?:and|but|while|whereas|though|although|than|against|compared (?:with|to)|which|followed by)\b/g;
/** Between names these only list them. */
const listing = /^(?:,|and)$/;

/**
 * A sentence cut into clauses of one number each or a few: words without a number belong to the number after them, and
 * behind the last to the last. Without a number a sentence is one clause.
 * @param plain the sentence as `plainText` gives it
 * @param numbers where its numbers stand
 * @param names where its places stand: a comma or "and" between two names is no border
 */
export function clausesOf(plain: string, numbers: readonly Span[], names: readonly Span[]): Span[] {
  const cuts = [...plain.matchAll(border)]
    .filter(({ 0: sign, index }) => {
      const end = index + sign.length;
      if (numbers.some((number) => number.start < end && index < number.end)) return false;
      if (sign === "," && isOtherwise(plain, index)) return false;
      return !listing.test(sign) || !isBetweenNames(plain, index, end, names);
    })
    .map(({ index }) => index);
  const pieces = [0, ...cuts].map((start, i) => ({ start, end: cuts[i] ?? plain.length }));
  const clauses: Span[] = [];
  let waiting: Span | null = null;
  for (const piece of pieces) {
    const joined: Span = waiting ? { start: waiting.start, end: piece.end } : piece;
    const counts = numbers.some(({ start, end }) => start < piece.end && piece.start < end);
    const last = clauses.at(-1);
    if (counts) {
      clauses.push(joined);
      waiting = null;
    } else if (!last || startsAnew(plain, piece, names)) waiting = joined;
    else if (waiting) waiting = joined;
    else last.end = piece.end;
  }
  if (waiting) {
    const last = clauses.at(-1);
    if (last) last.end = waiting.end;
    else clauses.push(waiting);
  }
  return clauses;
}

/** Whether a piece without a number begins to speak of another place: what follows is about that. */
function startsAnew(plain: string, piece: Span, names: readonly Span[]): boolean {
  return names.some(({ start }) => {
    if (start < piece.start || start >= piece.end) return false;
    return !/\b(?:in|of|for|to|from|at) $/.test(plain.slice(piece.start, start));
  });
}

/** "10, or 7 %, are": the same number told twice. */
const isOtherwise = (plain: string, at: number) =>
  /^, or (?:about )?\d/.test(plain.slice(at, at + 16)) ||
  /, or (?:about )?\d[^,;]{0,12}$/.test(plain.slice(Math.max(0, at - 30), at));

function isBetweenNames(plain: string, start: number, end: number, names: readonly Span[]): boolean {
  const left = plain.slice(0, start).trimEnd().length;
  const right = end + (plain.slice(end).length - plain.slice(end).replace(/^ ?(?:and )?/, "").length);
  return names.some((name) => name.end === left) && names.some((name) => name.start === right);
}
