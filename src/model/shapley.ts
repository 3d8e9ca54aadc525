/**
 * Shapley values of a game, exactly, by enumeration (Shapley, A value for n-person games, 1953): what each player
 * adds, averaged over all orders in which they may come. They sum to value(all) − value(nobody).
 * @param players number of players, at most 20: `value` is asked 2^players times
 * @param value worth of a set of players, given as bits
 */
export function shapley(players: number, value: (set: number) => number): number[] {
  const worth = Float64Array.from({ length: 2 ** players }, (_, set) => value(set));
  // Orders in which exactly a set of s comes before a player: s! (n − s − 1)! of n!.
  const weight = new Float64Array(players);
  if (players > 0) weight[0] = 1 / players;
  for (let s = 1; s < players; s++) weight[s] = (weight[s - 1]! * s) / (players - s);
  const shares = new Array<number>(players).fill(0);
  for (let set = 0; set < worth.length; set++) {
    const before = weight[bits(set)]!;
    for (let player = 0; player < players; player++)
      if (!(set & (1 << player))) shares[player]! += before * (worth[set | (1 << player)]! - worth[set]!);
  }
  return shares;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
