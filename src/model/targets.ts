import { givenText } from "./fault.js";
import { quantileSorted } from "d3-array";
import { dimensions, type Dimension } from "./names.js";
import type { Baseline } from "./baseline.js";
import { bad, good, type Outcome } from "./outcome.js";
import { outOfRange } from "./out-of-range.js";

/** What coverage is measured against. The first three are taken over the mapped cities as they were mapped. */
export type Target =
  | { kind: "median" | "upper-quartile" | "best" }
  | { kind: "own"; initiatives: Readonly<Record<Dimension, number>> };

/** An own figure for a target. */
export const ownTargetRange = { minimum: 0, maximum: 1000, unit: "initiatives" };

const shareBelow = { median: 0.5, "upper-quartile": 0.75, best: 1 };

/**
 * T: initiatives in each dimension that count as covered. Quantiles are R-7, as everywhere here. The target stays
 * where the mapping put it: a scenario that moves the cities does not move the goal.
 */
export function targetByDimension(baseline: Baseline, target: Target): Outcome<Float64Array> {
  if (target.kind === "own") {
    const figures = dimensions.map((dimension) => target.initiatives?.[dimension]);
    const faults = figures.flatMap((figure, d) => outOfRange(figure, ownTargetRange, dimensions[d]!) ?? []);
    return faults.length > 0 ? bad(...faults) : good(Float64Array.from(figures));
  }
  // It may come from a link: what is no text must not be taken for one, nor made into one.
  const kind: unknown = target.kind;
  if (typeof kind !== "string" || !Object.hasOwn(shareBelow, kind)) {
    return bad({ kind: "unknown-target", given: givenText(kind) });
  }
  const measured = baseline.measuredAgainst ?? baseline.initiatives;
  return good(
    Float64Array.from(dimensions, (_, d) => {
      const counts = [...measured].filter((_, cell) => cell % dimensions.length === d);
      return quantileSorted(
        counts.sort((a, b) => a - b),
        shareBelow[target.kind],
      )!;
    }),
  );
}
