/** A line from an entry of the left column to one of the right, by their keys. */
export interface Joined {
  left: string;
  right: string;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Two columns in an order in which few of the lines between them cross: each entry goes where the others that it is
 * joined to stand, a few times over, and the best order is kept. Entries without a line stay last, as given.
 * @param left keys of the left column, and of the right, in the order to begin with
 */
export function fewCrossings(
  left: readonly string[],
  right: readonly string[],
  lines: readonly Joined[],
): { left: string[]; right: string[] } {
  let order = { left: [...left], right: [...right] };
  let [best, least] = [order, crossings(order, lines)];
  for (let round = 0; round < 12 && least > 0; round++) {
    const rightOrder = byOthers(order.right, order.left, (key) =>
      lines.filter((line) => line.right === key).map((line) => line.left),
    );
    const leftOrder = byOthers(order.left, rightOrder, (key) =>
      lines.filter((line) => line.left === key).map((line) => line.right),
    );
    order = { left: leftOrder, right: rightOrder };
    const count = crossings(order, lines);
    if (count < least) [best, least] = [order, count];
  }
  return best;
}

/** Keys in the order of the mean place of those they are joined to. */
function byOthers(keys: readonly string[], others: readonly string[], joinedTo: (key: string) => string[]) {
  const placeOf = new Map(others.map((key, i) => [key, i]));
  const places = new Map(keys.map((key) => [key, mean(joinedTo(key).map((other) => placeOf.get(other)!))]));
  const at = (key: string) => {
    const place = places.get(key)!;
    return Number.isNaN(place) ? Infinity : place;
  };
  return [...keys].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** How many pairs of lines cross. */
export function crossings(
  { left, right }: { left: readonly string[]; right: readonly string[] },
  lines: readonly Joined[],
): number {
  const [leftAt, rightAt] = [left, right].map((keys) => new Map(keys.map((key, i) => [key, i])));
  const ends = lines.map((line) => [leftAt!.get(line.left)!, rightAt!.get(line.right)!] as const);
  return ends.reduce(
    (count, [a, b], i) => count + ends.slice(i + 1).filter(([c, d]) => (a - c) * (b - d) < 0).length,
    0,
  );
}

/**
 * Middles of entries one under the other, each as near to where it would like to stand as its neighbours allow.
 * @param wanted middles, in pixels, in the order of the entries
 * @param heights of the entries
 * @param room top and bottom of the column, which holds them all
 */
export function stacked(
  wanted: readonly number[],
  heights: readonly number[],
  [top, bottom]: readonly [number, number],
): number[] {
  let above = 0;
  const offsets = heights.map((height) => {
    const offset = above + height / 2;
    above += height;
    return offset;
  });
  // Without heights the middles only have to rise: neighbours that would not share the mean of what they want.
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((want, i) => {
    pools.push({ sum: want - offsets[i]!, count: 1 });
    for (let last = pools.length - 1; last > 0; last--) {
      const [before, own] = [pools[last - 1]!, pools[last]!];
      if (before.sum / before.count <= own.sum / own.count) break;
      pools.splice(last - 1, 2, { sum: before.sum + own.sum, count: before.count + own.count });
    }
  });
  const shifts = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  const most = Math.max(top, bottom - above);
  return shifts.map((shift, i) => Math.min(most, Math.max(top, shift)) + offsets[i]!);
}
