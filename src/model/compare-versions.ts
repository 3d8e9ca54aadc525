import { lastYear } from "./last-year.js";
import type { Measure } from "./measure.js";
import type { Fault } from "./fault.js";
import { bad, good, type Outcome } from "./outcome.js";
import { modelFor } from "./own-city.js";
import type { Model } from "./model.js";
import type { Scenario } from "./scenario.js";
import { shapley } from "./shapley.js";

/** A scenario on the evidence of its day. */
export interface Version {
  model: Model;
  scenario: Scenario;
}

/** Where the difference between two versions comes from; the three parts sum to after − before. */
export interface VersionDifference {
  before: number;
  after: number;
  /** Levers, horizon, target and whose coverage is averaged. */
  choices: number;
  /** The table of assumptions and the reader's changes of it, with how costs and counts are taken. */
  assumptions: number;
  /** The counts of the mapping, and what the register says of adopted practices. */
  data: number;
}

/** Splits the difference of a measure in the last year between two versions: Shapley over three players, exact. */
export function compareVersions(a: Version, b: Version, measure: Measure): Outcome<VersionDifference> {
  const faults: Fault[] = [];
  const measured = (set: number) => {
    const [choices, assumptions, data] = [1, 2, 4].map((bit) => (set & bit ? b : a)) as [
      Version,
      Version,
      Version,
    ];
    const { baseline, practices } = modelFor(data.model, undefined);
    const { ownCity } = data.scenario;
    const model: Model = {
      baseline,
      practices,
      assumptions: modelFor(assumptions.model, undefined).assumptions,
      version: assumptions.model.version ?? 1,
    };
    const { levers, horizon, target, weighting } = choices.scenario;
    const { costing, counts } = assumptions.scenario;
    const scenario: Scenario = {
      levers,
      ...(ownCity === undefined ? {} : { ownCity }),
      ...(horizon === undefined ? {} : { horizon }),
      ...(target === undefined ? {} : { target }),
      ...(weighting === undefined ? {} : { weighting }),
      ...(costing === undefined ? {} : { costing }),
      ...(counts === undefined ? {} : { counts }),
      ...(assumptions.scenario.overrides ? { overrides: assumptions.scenario.overrides } : {}),
    };
    const outcome = lastYear(model, scenario, measure);
    if (outcome.ok) return outcome.value;
    // Several mixtures of the two have the same fault.
    for (const fault of outcome.faults)
      if (!faults.some((known) => JSON.stringify(known) === JSON.stringify(fault))) faults.push(fault);
    return Number.NaN;
  };
  const [cities, others] = [a, b].map(({ model, scenario }) =>
    String(modelFor(model, scenario.ownCity).baseline.cities),
  );
  if (cities !== others) return bad({ kind: "cities-differ" });
  const [before, after] = [measured(0), measured(7)];
  const [choices, assumptions, data] = shapley(3, measured) as [number, number, number];
  return faults.length > 0 ? bad(...faults) : good({ before, after, choices, assumptions, data });
}
