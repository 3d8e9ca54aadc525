import { dimensions } from "../components/names.js";
import { lastYear } from "./last-year.js";
import { everyCity, leverKinds, type Lever } from "./levers.js";
import { bad, good, type Outcome } from "./problem.js";
import type { Model, Scenario } from "./scenario.js";

/** Every lever that adds initiatives, at its maximum in every city, from the first year. */
export const everythingAtOnce: readonly Lever[] = [
  { kind: "funding", city: everyCity, change: leverKinds.funding.maximum, spend: "gap-first", start: 0 },
  ...dimensions.map((dimension): Lever => {
    return {
      kind: "initiatives",
      city: everyCity,
      dimension,
      initiatives: leverKinds.initiatives.maximum,
      start: 0,
    };
  }),
];

/**
 * Whether a coverage can be reached at all: with every lever at its maximum.
 * @param scenario its levers are passed over; target and assumptions count
 * @returns the highest coverage, or `target-unreachable` with it in the message
 */
export function reachable(
  model: Model,
  scenario: Scenario,
  goal: { city?: string; coverage: number },
): Outcome<number> {
  const measure = { of: "coverage" as const, ...(goal.city === undefined ? {} : { city: goal.city }) };
  const most = lastYear(model, { ...scenario, levers: everythingAtOnce }, measure);
  if (!most.ok || most.value >= goal.coverage - 1e-9) return most.ok ? good(most.value) : most;
  const message = `a coverage of ${goal.coverage} cannot be reached: every lever at its maximum gives ${most.value.toFixed(3)}`;
  return bad({ kind: "target-unreachable", message });
}
