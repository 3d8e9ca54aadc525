import type { Baseline } from "./baseline.js";
import { leverKinds, type Lever } from "./levers/lever-kinds.js";
import { dimensions, partnershipTypes } from "./names.js";
import type { Preset } from "./presets.js";

/**
 * The levers of a preset, given the counts and the targets of the moment.
 * @param targets by dimension
 */
export function presetLevers(
  { levers }: Pick<Preset, "levers">,
  baseline: Baseline,
  targets: ArrayLike<number>,
): Lever[] {
  if (!("rule" in levers)) return [...levers];
  return baseline.cities.flatMap((city, c) =>
    levers.rule === "up-to-target"
      ? upToTarget(baseline, city, c, targets)
      : turnedToShare(baseline, city, c, levers.share),
  );
}

function upToTarget(baseline: Baseline, city: string, c: number, targets: ArrayLike<number>): Lever[] {
  return dimensions.flatMap((dimension, d): Lever[] => {
    const lacking = targets[d]! - baseline.initiatives[c * dimensions.length + d]!;
    const missing = Math.min(lacking, leverKinds.initiatives.maximum);
    return missing > 0 ? [{ kind: "initiatives", city, dimension, initiatives: missing }] : [];
  });
}

/** The share of a city's third–public partnerships that must turn for public–private ones to be this share of all. */
function turnedToShare(baseline: Baseline, city: string, c: number, wanted: number): Lever[] {
  const types = partnershipTypes.length;
  const own = baseline.partnerships.subarray(c * types, (c + 1) * types);
  const missing = wanted * own.reduce((a, b) => a + b, 0) - own[partnershipTypes.indexOf("public-private")]!;
  const thirdPublic = own[partnershipTypes.indexOf("third-public")]!;
  if (missing <= 0 || thirdPublic === 0) return [];
  return [{ kind: "turned", city, share: Math.min(1, missing / thirdPublic) }];
}
