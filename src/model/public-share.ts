import type { PartnershipType } from "./names.js";

/** Low, central and high of a share: a range that need not lie evenly about its middle. */
interface ShareRange {
  low: number;
  central: number;
  high: number;
}

/**
 * The share of a city's initiatives that public money carries, as it is worked out from what was counted: partnerships
 * with a public partner over all of them, with Wilson's 95 % interval (Wilson 1927).
 * @returns null for a city without a partnership: of nothing no share can be told
 */
export function publicShareOfCounts(
  partnerships: Readonly<Record<PartnershipType, number>>,
): (ShareRange & { withPublic: number; all: number }) | null {
  const all = Object.values(partnerships).reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const withPublic = partnerships["public-private"] + partnerships["third-public"];
  const [low, high] = wilson(withPublic, all);
  return { low, central: withPublic / all, high, withPublic, all };
}

/** Wilson's score interval of a share, 95 %. */
function wilson(some: number, all: number): [low: number, high: number] {
  const z = 1.959964;
  const share = some / all;
  const middle = share + (z * z) / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const end = (value: number) => Math.min(1, Math.max(0, value / (1 + (z * z) / all)));
  return [Math.min(share, end(middle - reach)), Math.max(share, end(middle + reach))];
}
