import { assumptionIds, isOfMappedCity } from "./assumptions.js";
import { acts, costings, isOfVersion2, type Choices } from "./choices.js";
import { givenText, type Fault } from "./fault.js";
import { heads } from "./heads.js";
import type { Model } from "./model.js";
import { checkTarget } from "./targets.js";

/** What is wrong with how a scenario is to be reckoned; nothing about its shape may be taken for granted. */
export function checkChoices(choices: Choices, model: Model): Fault[] {
  const { weighting, counts } = choices;
  const version = model.version ?? 1;
  const faults = [
    ...checkTarget(choices.target ?? { kind: "median" }, model.baseline.cities),
    ...unknown("unknown-costing", choices.costing ?? "pooled", costings, "costing"),
    ...(weighting == null ? [] : unknown("unknown-heads", weighting, heads, "weighting")),
    ...(counts == null ? [] : unknown("unknown-counts", counts, ["uncertain"], "counts")),
  ];
  if (faults.length > 0) return faults;
  if (version === 1) return isOfVersion2(choices) ? [{ kind: "choice-of-version-2" }] : [];
  return notKnown(choices, model);
}

/** What a choice reads of a city and the table does not have: it is not filled in. */
function notKnown(choices: Choices, { assumptions, baseline }: Model): Fault[] {
  const known = new Set(assumptions.map(({ id }) => id));
  // A city that its reader counted weighs by itself, and was not mapped: only a target per head asks more of it.
  const ofTarget = choices.target === undefined ? {} : { target: choices.target };
  const read = baseline.measuredAgainst === undefined ? choices : ofTarget;
  return baseline.cities.flatMap((id): Fault[] => {
    const missing = assumptionIds([id], 2).find(
      (own) => isOfMappedCity(own) && acts(own, 2, read) && !known.has(own),
    );
    if (missing === undefined) return [];
    const figure = missing.startsWith("found-") ? "found" : "heads";
    return [{ kind: "not-known-of-city", city: { id, name: baseline.names.get(id) ?? id }, figure }];
  });
}

function unknown(
  kind: "unknown-costing" | "unknown-heads" | "unknown-counts",
  given: unknown,
  known: readonly unknown[],
  field: string,
): Fault[] {
  return known.includes(given) ? [] : [{ kind, given: givenText(given), field }];
}
