import { partnershipTypes } from "../names.js";
import type { Place } from "./every-city.js";
import type { LeverKindOf } from "./lever-kind.js";
import type { Timing } from "./timing.js";

/** The share of a city's third–public partnerships that turn public–private. */
export type TurnedLever = { kind: "turned"; city: Place; share: number } & Timing;

const publicPrivate = partnershipTypes.indexOf("public-private");
const thirdPublic = partnershipTypes.indexOf("third-public");

/** Third–public partnerships turned public–private. */
export const turned: LeverKindOf<TurnedLever> = {
  title: "Third–public partnerships turned public–private",
  field: "share",
  minimum: 0,
  maximum: 1,
  step: 0.01,
  default: 0,
  unit: "share of the city's third–public partnerships",
  slot: null,
  whoPaysAlone: true,
  check: (lever, { amount }) => amount(lever.share),
  /** New third–public partnerships come before the turning. */
  act(levers, { partnerships }) {
    let share = 0;
    for (const { lever, phase } of levers) share += lever.share * phase;
    const moved = Math.min(1, share) * partnerships[thirdPublic]!;
    partnerships[thirdPublic]! -= moved;
    partnerships[publicPrivate]! += moved;
  },
};
