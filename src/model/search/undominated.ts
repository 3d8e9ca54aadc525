/** Things to choose one of, by place. */
export interface Choices {
  count: number;
  /** EUR a year. */
  money: ArrayLike<number>;
  /** What decides between equally good and equally dear ones; less is better. */
  tie: ArrayLike<number>;
  /** More of each is better, or at least as good. */
  merits: readonly ArrayLike<number>[];
}

/** Money this far apart is never equal for a search; and rounding. */
const dearer = 0.51;
const hair = 1e-12;
/** With how many of the dearest kept ones each is compared: leaving out fewer is no fault, only slower. */
const compared = 100;

/**
 * Those that can be part of a best plan: left out is what costs no less than another and has no merit more. What
 * costs the same to within a euro must also lose the tie.
 * @returns places, by rising money
 */
export function undominated({ count, money, tie, merits }: Choices): number[] {
  const meritsOf = (i: number) => merits.reduce((sum, merit) => sum + merit[i]!, 0);
  const all = Float64Array.from({ length: count }, (_, i) => meritsOf(i));
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => money[a]! - money[b]! || all[b]! - all[a]! || tie[a]! - tie[b]!,
  );
  const beats = (a: number, b: number) =>
    (money[a]! < money[b]! - dearer || (money[a]! <= money[b]! && tie[a]! <= tie[b]!)) &&
    merits.every((merit) => merit[a]! >= merit[b]! - hair);
  const kept: number[] = [];
  // The best of all by merits beats what is dearer than it at once.
  let best: number | null = null;
  for (const i of order) {
    if (best !== null && beats(best, i)) continue;
    let beaten = false;
    const from = Math.max(0, kept.length - compared);
    for (let k = kept.length - 1; k >= from && !beaten; k--) beaten = beats(kept[k]!, i);
    if (beaten) continue;
    kept.push(i);
    if (best === null || all[i]! > all[best]!) best = i;
  }
  return kept;
}
