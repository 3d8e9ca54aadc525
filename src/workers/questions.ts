import type { Attribution } from "../model/attribution.js";
import type { Version, VersionDifference } from "../model/compare-versions.js";
import type { Measure } from "../model/measure.js";
import type { Outcome } from "../model/outcome.js";
import type { Scenario } from "../model/scenario.js";
import type { BestUseOptions } from "../model/search/best-use.js";
import type { FoundPlan } from "../model/search/found.js";
import type { FrontierOptions, FrontierPoint } from "../model/search/frontier.js";
import type { GoalSeekOptions, Sought } from "../model/search/goal-seek.js";
import type { LeastMoneyOptions } from "../model/search/least-money.js";
import type { RobustChoice, RobustChoiceOptions } from "../model/search/robust-choice.js";
import type { TradeOff, TradeOffOptions } from "../model/search/trade-off.js";
import type { Tornado } from "../model/sensitivity.js";
import type { Uncertainty, UncertaintyOptions } from "../model/uncertainty.js";

/** What the model's worker answers: the functions of `src/model` with the model bound. */
export interface ModelQuestions {
  uncertainty: (scenario: Scenario, options?: UncertaintyOptions) => Outcome<Uncertainty>;
  sensitivity: (scenario: Scenario, measure: Measure, options?: { change?: boolean }) => Outcome<Tornado>;
  attribution: (scenario: Scenario, measure: Measure) => Outcome<Attribution>;
  /** The versions bring their own models. */
  compareVersions: (a: Version, b: Version, measure: Measure) => Outcome<VersionDifference>;
  goalSeek: (scenario: Scenario, options: GoalSeekOptions) => Outcome<Sought>;
}

/** What the search's worker answers; the first of these fetches the solver. */
export interface SearchQuestions {
  bestUse: (scenario: Scenario, options: BestUseOptions) => Outcome<FoundPlan>;
  leastMoney: (scenario: Scenario, options: LeastMoneyOptions) => Outcome<FoundPlan>;
  frontier: (scenario: Scenario, options: FrontierOptions) => Outcome<FrontierPoint[]>;
  tradeOff: (scenario: Scenario, options: TradeOffOptions) => Outcome<TradeOff>;
  /** Takes seconds, and tells how far it is. */
  robustChoice: (scenario: Scenario, options: RobustChoiceOptions) => Outcome<RobustChoice>;
}

/** Everything that may be asked, by name. */
export type Questions = ModelQuestions & SearchQuestions;
export type Question = keyof Questions;

/** Which worker answers. */
export const workerOf: Readonly<Record<Question, "model" | "search">> = {
  uncertainty: "model",
  sensitivity: "model",
  attribution: "model",
  compareVersions: "model",
  goalSeek: "model",
  bestUse: "search",
  leastMoney: "search",
  frontier: "search",
  tradeOff: "search",
  robustChoice: "search",
};
