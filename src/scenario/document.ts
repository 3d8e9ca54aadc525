import type { Overrides } from "../model/assumptions.js";
import type { Heads } from "../model/heads.js";
import { drawsRange, seedRange } from "../model/draws.js";
import { everyCity } from "../model/levers/every-city.js";
import type { Lever } from "../model/levers/lever-kinds.js";
import type { OwnCity } from "../model/own-city.js";
import { horizonRange, type Scenario } from "../model/scenario.js";
import type { Target } from "../model/targets.js";

/** What the page shows of a scenario. */
export interface View {
  /** A mapped city's id, or `all`. */
  city: string;
  /** Calendar year that year 0 is shown as; left out, the year in which the page is read. */
  startYear?: number;
}

/** What year 0 may be shown as. */
export const startYearRange = { minimum: 1950, maximum: 2100 };

/** A scenario as a reader makes it: everything that undo, links, saving and comparing speak of. Plain data. */
export interface ScenarioDocument {
  levers: readonly Lever[];
  /** Last year, counted from the mapping. */
  horizon: number;
  target: Target;
  overrides: Overrides;
  /** Left out where an initiative costs the same in every dimension. */
  costing?: "by-dimension";
  /** By whose number cities weigh in the mean; left out where they weigh alike. */
  weighting?: Heads;
  /** Left out where counts are as the mapping counted. */
  counts?: "uncertain";
  seed: number;
  draws: number;
  view: View;
  /** A city that the evidence does not hold, with the counts its reader typed: the scenario is about it alone. */
  ownCity?: OwnCity;
  /** Id of the preset it was begun from, while nothing else was changed. */
  preset?: string;
}

/** The scenario nobody has touched: the mapping itself. */
export const untouched: ScenarioDocument = {
  levers: [],
  horizon: horizonRange.default,
  target: { kind: "median" },
  overrides: {},
  seed: seedRange.default,
  draws: drawsRange.default,
  view: { city: everyCity },
};

/** What the model runs of a document. */
export function scenarioOf(document: ScenarioDocument): Scenario {
  const { levers, horizon, target, overrides, costing, weighting, counts, ownCity } = document;
  return {
    ...{ levers, horizon, target, overrides },
    ...(costing === undefined ? {} : { costing }),
    ...(weighting === undefined ? {} : { weighting }),
    ...(counts === undefined ? {} : { counts }),
    ...(ownCity === undefined ? {} : { ownCity }),
  };
}
