import type { Fault } from "../fault.js";
import { bad, good, type Outcome } from "../outcome.js";
import { outOfRange } from "../out-of-range.js";
import { modelFor } from "../own-city.js";
import type { Model } from "../model.js";
import type { Scenario } from "../scenario.js";
import { objectives, type Objective } from "./aim.js";
import { groundOf, type Ground, type Money } from "./ground.js";
import { checkLimits, type Limits } from "./limits.js";

/** What every search is told. */
export interface SearchOptions {
  /** Which money counts; default public. */
  money?: Money;
  limits?: Limits;
}

/** Most that a budget may be, EUR a year: far beyond what closes every gap. */
const budgetRange = { minimum: 0, maximum: 1e12, unit: "EUR a year" } as const;

/** A search that was found sound. */
export interface Request {
  ground: Ground;
  money: Money;
  limits: Limits;
  leaveOut: readonly string[];
}

/** Checks what every search is told. */
export function requestOf(
  model: Model,
  scenario: Scenario,
  { money = "public", limits = {} }: SearchOptions,
  more: readonly (Fault | null)[] = [],
): Outcome<Request> {
  const ground = groundOf(model, scenario);
  const faults = [
    ...(ground.ok ? [] : ground.faults),
    ...checkLimits(limits, modelFor(model, scenario.ownCity).baseline),
    ...more.filter((fault) => fault !== null),
  ];
  if (money !== "public" && money !== "total")
    faults.push({ kind: "unknown-money", given: String(money), field: "money" });
  if (faults.length > 0 || !ground.ok) return bad(...faults);
  return good({ ground: ground.value, money, limits, leaveOut: limits.leaveOut ?? [] });
}

/** The fault with a budget, or null. */
export function checkBudget(budget: number): Fault | null {
  return outOfRange(budget, budgetRange, "budget");
}

/** The fault with an objective, or null. */
export function checkObjective(objective: Objective): Fault | null {
  if (objectives.includes(objective)) return null;
  return { kind: "unknown-objective", given: String(objective), field: "objective" };
}
