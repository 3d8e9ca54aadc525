/**
 * Gini coefficient Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² mean): 0 where all values are alike, (n − 1)/n where one has everything.
 * @param values at least 0
 * @returns 0 where all are 0; NaN without values
 */
export function gini(values: ArrayLike<number>): number {
  const n = values.length;
  let differences = 0;
  let total = 0;
  for (let i = 0; i < n; i++) {
    total += values[i]!;
    for (let j = 0; j < i; j++) differences += Math.abs(values[i]! - values[j]!);
  }
  if (n === 0) return Number.NaN;
  return total === 0 ? 0 : differences / (n * total);
}
