import { noPractices, type Adoptables, type SetAside } from "./adoptable.js";
import {
  centralValues,
  readAssumptions,
  withOverrides,
  type Assumption,
  type Overrides,
} from "./assumptions.js";
import { readBaseline, type BaselineRows, type EvidenceRow } from "./baseline.js";
import { checkLevers } from "./levers/check-levers.js";
import type { Weights } from "./levers/funding.js";
import type { Lever } from "./levers/lever-kinds.js";
import type { Grounds } from "./grounds.js";
import { bad, good, type Outcome } from "./outcome.js";
import type { Model } from "./model.js";
import { dimensions } from "./names.js";
import { modelFor, type OwnCity } from "./own-city.js";
import { outOfRange } from "./out-of-range.js";
import { chancesOf } from "./chances.js";
import { acts, type Choices } from "./choices.js";
import { checkChoices } from "./check-choices.js";
import { parametersFrom, type Parameters } from "./parameters.js";

/** What a reader chose, as plain data: it travels in links and files. */
export interface Scenario extends Choices {
  levers: readonly Lever[];
  /** H: last year, counted from the mapping (year 0); default 5. */
  horizon?: number;
  /** Changes of assumptions; default none. */
  overrides?: Overrides;
  /** A city that the evidence does not hold: the scenario is about it alone. Default the mapped cities. */
  ownCity?: OwnCity;
}

/** Range of the last year. */
export const horizonRange = { minimum: 1, maximum: 10, default: 5, unit: "years after the mapping" } as const;

/** The model from the rows of the tables, with the practices of the register. */
export function readModel(
  rows: BaselineRows & Readonly<Record<"assumptions" | "funding", readonly EvidenceRow[]>>,
  practices: Adoptables = noPractices,
  setAside: SetAside = new Map(),
): Outcome<Model> {
  const baseline = readBaseline(rows);
  if (!baseline.ok) return baseline;
  const assumptions = readAssumptions(rows.assumptions, baseline.value.cities, rows.funding);
  return assumptions.ok
    ? good({ baseline: baseline.value, practices, setAside, assumptions: assumptions.value, version: 2 })
    : assumptions;
}

/** A scenario that was found sound, with everything a run needs. */
export interface Prepared extends Grounds {
  /**
   * With the reader's changes, in the order of `assumptionIds`; what does not act has no range to be drawn from. Behind
   * them what chance alone decides (`chancesOf`).
   */
  assumptions: readonly Assumption[];
  /** How the parameters of a run follow from values of the assumptions. */
  parameters: Parameters;
  /** In an order that does not depend on the reader's: sums come out alike to the last bit. */
  levers: readonly Lever[];
  horizon: number;
}

/** Checks a scenario, and returns all of its faults or what a run needs. */
export function prepare(given: Model, scenario: Scenario): Outcome<Prepared> {
  const model = modelFor(given, scenario.ownCity);
  const horizon = scenario.horizon ?? horizonRange.default;
  const whole = Number.isInteger(horizon) ? horizon : Number.NaN;
  const assumptions = withOverrides(model.assumptions, scenario.overrides ?? {});
  const version = model.version ?? 1;
  const faults = [
    ...checkLevers(scenario.levers, model),
    ...(outOfRange(whole, horizonRange, "horizon") ? [outOfRange(whole, horizonRange, "horizon")!] : []),
    ...(assumptions.ok ? [] : assumptions.faults),
    ...checkChoices(scenario, model),
  ];
  if (faults.length > 0 || !assumptions.ok) return bad(...faults);
  const all = [
    ...assumptions.value.map((one) => (acts(one.id, version, scenario) ? one : still(one))),
    ...chancesOf(model.baseline, scenario),
  ];
  return good({
    baseline: model.baseline,
    practices: model.practices,
    assumptions: all,
    parameters: parametersFrom(all, model.baseline, version, scenario),
    levers: inCanonicalOrder(scenario.levers),
    horizon,
  });
}

function still(assumption: Assumption): Assumption {
  const { central } = assumption;
  return { ...assumption, low: central, high: central, distribution: "fixed" };
}

/** The parameters of a run with the central assumptions. */
export function centralParameters({ assumptions, parameters }: Prepared): Float64Array {
  const central = new Float64Array(parameters.length);
  parameters.write(centralValues(assumptions), central);
  return central;
}

/** The same levers, sorted by what they are. */
function inCanonicalOrder(levers: readonly Lever[]): Lever[] {
  return levers
    .map((lever) => ({ lever, key: leverKey(lever) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ lever }) => lever);
}

/** A text that is the same for levers that say the same, whatever the order of their fields. */
function leverKey(lever: Lever): string {
  const told = "weights" in lever ? { ...lever, weights: weightsInOrder(lever.weights) } : lever;
  return JSON.stringify(Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const weightsInOrder = (weights: Weights): Weights =>
  Object.fromEntries(
    dimensions.flatMap((dimension) => (dimension in weights ? [[dimension, weights[dimension]]] : [])),
  );
