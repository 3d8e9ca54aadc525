import { leverKinds, type Lever } from "../../model/levers/lever-kinds.js";
import { timingRanges } from "../../model/levers/timing.js";
import { planLevers, type Planned } from "../../model/search/found.js";
import type { ScenarioDocument } from "../../scenario/document.js";
import { slotKey, slotOf, withLever } from "../../scenario/lever-slot.js";
import { ownChange } from "../own-change.js";

/**
 * A scenario with the new initiatives of a plan. They are added to a lever of the same place that acts at the same
 * time, so that its slider shows them all; where that would pass the lever's range, or none acts at that time, they
 * come as a lever of their own. Either way the scenario comes to what the plan promises.
 */
export function withPlan(document: ScenarioDocument, plan: Planned): ScenarioDocument {
  return ownChange(document, { levers: planLevers(plan).reduce(withMore, document.levers) });
}

function withMore(levers: readonly Lever[], more: ReturnType<typeof planLevers>[number]): readonly Lever[] {
  const index = levers.findIndex(
    (lever) =>
      lever.kind === "initiatives" &&
      slotKey(lever) === slotKey(more) &&
      (lever.start ?? timingRanges.start.default) === more.start &&
      (lever.ramp ?? timingRanges.ramp.default) === more.ramp &&
      lever.initiatives + more.initiatives <= leverKinds.initiatives.maximum,
  );
  const there = levers[index];
  return there?.kind === "initiatives"
    ? levers.with(index, { ...there, initiatives: there.initiatives + more.initiatives })
    : // What is at its default is left out, so that equal scenarios are equal data.
      [...levers, ...withLever([], slotOf(more), { amount: more.initiatives })];
}
