/**
 * The values that would stand at given ranks if the list were sorted. Sorting 10,000 numbers takes ten times as
 * long, and a run has some 150 lists of them: values are counted into bins that keep their order, and only the
 * bins asked for are sorted.
 * @param values without NaN; left as they are
 * @param ranks from 0
 */
export function orderStatistics(values: Float64Array, ranks: readonly number[]): number[] {
  const n = values.length;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  // What no assumption moves is the same in every draw.
  if (low === high) return ranks.map(() => low);

  const bins = Math.min(1024, n);
  // A larger value never gets an earlier bin: subtraction and multiplication are monotone, rounded or not.
  const scale = (bins - 1) / (high - low);
  const counts = new Uint32Array(bins);
  for (let i = 0; i < n; i++) counts[((values[i]! - low) * scale) | 0]!++;

  const sorted = new Map<number, { before: number; members: Float64Array }>();
  return ranks.map((rank) => {
    let [bin, before] = [0, 0];
    while (before + counts[bin]! <= rank) before += counts[bin++]!;
    let found = sorted.get(bin);
    if (!found) {
      const members = new Float64Array(counts[bin]!);
      let next = 0;
      for (let i = 0; i < n; i++)
        if ((((values[i]! - low) * scale) | 0) === bin) members[next++] = values[i]!;
      found = { before, members: members.sort() };
      sorted.set(bin, found);
    }
    return found.members[rank - found.before]!;
  });
}
