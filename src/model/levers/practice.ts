import { indexesOf, type Adoptable } from "../adoptable.js";
import { givenText } from "../fault.js";
import type { Situation } from "./acting.js";
import type { Place } from "./every-city.js";
import type { LeverKindOf } from "./lever-kind.js";
import type { Timing } from "./timing.js";

/** A practice of the register that a city adopts, by its id: one initiative, divided evenly among its dimensions. */
export type PracticeLever = { kind: "practice"; city: Place; practice: string } & Timing;

/** Practices adopted. */
export const practice: LeverKindOf<PracticeLever, "practice"> = {
  title: "Practices adopted",
  field: "practice",
  thereOrNot: true,
  minimum: 0,
  maximum: 1,
  step: 1,
  default: 0,
  unit: "practices",
  slot: { field: "practice", values: null },
  check: (lever, { fault, on }) =>
    on.practices.has(lever.practice)
      ? []
      : fault({ kind: "unknown-practice", given: givenText(lever.practice), field: "practice" }),
  /** A practice is adopted once in a city: where several levers bring it, the one that acts most counts. */
  act(levers, situation, { city, practices }) {
    const adopted = new Map<string, number>();
    for (const { lever, phase } of levers)
      adopted.set(lever.practice, Math.max(phase, adopted.get(lever.practice) ?? 0));
    for (const [id, phase] of adopted) adopt(practices.get(id)!, phase, city, situation);
  },
};

/** It adds nothing to the city it comes from, where it is already there. */
function adopt(practice: Adoptable, phase: number, city: string, situation: Situation): void {
  if (practice.city === city) return;
  const indexes = indexesOf(practice);
  for (const d of indexes) {
    situation.added[d]! += phase / indexes.length;
    if (practice.cost === null) situation.priced[d]! += phase / indexes.length;
  }
  situation.documentedCost += (practice.cost ?? 0) * phase;
}
