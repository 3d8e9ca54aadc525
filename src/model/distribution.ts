import { rootPower } from "./root-power.js";

/** The ways a value between low and high is drawn. */
export const distributions = [
  "fixed",
  "uniform",
  "triangular",
  "split-triangular",
  "log-triangular",
] as const;
export type DistributionName = (typeof distributions)[number];

/** A range with its middle and its distribution: low ≤ central ≤ high. */
export interface Spread {
  low: number;
  central: number;
  high: number;
  distribution: DistributionName;
}

/** On which side of its central value a spread is drawn, where that is an end of its range; null where on both, or not at all. */
export function sideDrawn({ low, central, high, distribution }: Spread): "above" | "below" | null {
  if (distribution === "fixed" || low === high) return null;
  return central === low ? "above" : central === high ? "below" : null;
}

/**
 * The value below which a share u of a distribution lies: its quantile function.
 *
 * - `fixed`: the central value, whatever u.
 * - `uniform`: low + u · (high − low).
 * - `triangular`, peak at the central value (Kotz & van Dorp, Beyond Beta, 2004, chapter 1): with
 *   F = (central − low) / (high − low), low + √(u (high − low)(central − low)) for u < F, else
 *   high − √((1 − u)(high − low)(high − central)).
 * - `split-triangular`, for a range that lies unevenly about its middle: half of the draws lie on either side of the
 *   central value, which is thus the median, with densities that fall off in a straight line to 0 at low and high:
 *   central − (central − low)(1 − √(2u)) for u < ½, else central + (high − central)(1 − √(2 (1 − u))).
 * - `log-triangular`, for what is known by its ratio: half of the draws lie on either side of the central value,
 *   with ratios to it that fall off in a straight line on a scale of logarithms to 0 at low and high:
 *   central · (low / central)^(1 − √(2u)) for u < ½, else central · (high / central)^(1 − √(2 (1 − u))).
 *   Where the central value is an end, nothing lies beyond it, and half of the draws would be that one value: all lie on
 *   the other side then, with the same straight line: central · (high / central)^(1 − √(1 − u)) from low on,
 *   central · (low / central)^(1 − √u) up to high. The central value is no median there. A `triangular` one needs no
 *   such rule: its peak may be an end; and a `split-triangular` one is that there.
 *
 * Only + − × ÷ and √, which every engine rounds alike; the power is made of square roots (`rootPower`).
 * @param u from 0 to 1
 */
export function quantileFunction({ low, central, high, distribution }: Spread): (u: number) => number {
  const within = (value: number) => Math.min(high, Math.max(low, value));
  const width = high - low;
  // Without width there is nothing to divide by, and nothing to draw.
  if (distribution === "fixed" || width === 0) return () => central;
  if (distribution === "uniform") return (u) => within(low + u * width);
  const atEnd = central === low || central === high;
  if (distribution === "triangular" || (distribution === "split-triangular" && atEnd)) {
    const peak = (central - low) / width;
    return (u) =>
      u < peak
        ? within(low + Math.sqrt(u * width * (central - low)))
        : within(high - Math.sqrt((1 - u) * width * (high - central)));
  }
  if (distribution === "split-triangular")
    return (u) =>
      u < 0.5
        ? within(central - (central - low) * (1 - Math.sqrt(2 * u)))
        : within(central + (high - central) * (1 - Math.sqrt(2 * (1 - u))));
  const below = rootPower(low / central);
  const above = rootPower(high / central);
  if (central === low) return (u) => within(central * above(1 - Math.sqrt(1 - u)));
  if (central === high) return (u) => within(central * below(1 - Math.sqrt(u)));
  return (u) =>
    u < 0.5
      ? within(central * below(1 - Math.sqrt(2 * u)))
      : within(central * above(1 - Math.sqrt(2 * (1 - u))));
}
