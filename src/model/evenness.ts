import { naturalLog } from "./natural-log.js";

/**
 * Pielou's evenness J = H / ln S with H = −Σ p ln p (Pielou, The measurement of diversity in different types of
 * biological collections, 1966): 1 where all counts are alike, 0 where everything is in one of them. S is the
 * number of counts given, zeros included: a city without political initiatives is less even, not one with fewer
 * dimensions.
 * @returns NaN where there is nothing to spread, or one count only
 */
export function evenness(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  if (!(total > 0) || counts.length < 2) return Number.NaN;
  let entropy = 0;
  for (let i = 0; i < counts.length; i++) {
    const share = counts[i]! / total;
    if (share > 0) entropy -= share * naturalLog(share);
  }
  return Math.min(1, Math.max(0, entropy / naturalLog(counts.length)));
}
