import { bad, good, outOfRange, type Outcome, type Problem } from "../problem.js";
import type { Model, Scenario } from "../scenario.js";
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
  more: readonly (Problem | null)[] = [],
): Outcome<Request> {
  const ground = groundOf(model, scenario);
  const problems = [
    ...(ground.ok ? [] : ground.problems),
    ...checkLimits(limits, model.baseline),
    ...more.filter((problem) => problem !== null),
  ];
  if (money !== "public" && money !== "total")
    problems.push({
      kind: "unknown-objective",
      message: `there is no money "${String(money)}"`,
      field: "money",
    });
  if (problems.length > 0 || !ground.ok) return bad(...problems);
  return good({ ground: ground.value, money, limits, leaveOut: limits.leaveOut ?? [] });
}

/** The problem with a budget, or null. */
export function checkBudget(budget: number): Problem | null {
  return outOfRange(budget, budgetRange, "budget");
}

/** The problem with an objective, or null. */
export function checkObjective(objective: Objective): Problem | null {
  if (objectives.includes(objective)) return null;
  const message = `there is no objective "${String(objective)}"`;
  return { kind: "unknown-objective", message, field: "objective" };
}
