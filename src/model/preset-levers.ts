import type { Baseline } from "./baseline.js";
import type { Start } from "./start.js";
import { leverKinds, type Lever } from "./levers/lever-kinds.js";
import { dimensions, partnershipTypes } from "./names.js";
import type { Preset } from "./presets.js";

/**
 * The levers of a preset, given the counts and the targets of the moment.
 */
export function presetLevers({ levers }: Pick<Preset, "levers">, baseline: Baseline, start: Start): Lever[] {
  if (!("rule" in levers)) return [...levers];
  return baseline.cities.flatMap((city, c) =>
    levers.rule === "up-to-target"
      ? upToTarget(start, city, c)
      : turnedToShare(baseline, city, c, levers.share),
  );
}

function upToTarget({ initiatives, targets }: Start, city: string, c: number): Lever[] {
  return dimensions.flatMap((dimension, d): Lever[] => {
    const cell = c * dimensions.length + d;
    const lacking = targets[cell]! - initiatives[cell]!;
    const missing = Math.min(lacking, leverKinds.initiatives.maximum);
    // What rounding leaves of a target per head is nothing.
    return missing > 1e-9 ? [{ kind: "initiatives", city, dimension, initiatives: missing }] : [];
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
