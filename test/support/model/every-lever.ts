import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import type { Scenario } from "../../../src/model/scenario.js";

const levers: Lever[] = [
  { kind: "funding", city: "all", change: 0.3, spend: "gap-first", start: 0, ramp: 10 },
  { kind: "funding", city: "rotterdam", change: -1, start: 0, ramp: 10 },
  { kind: "funding", city: "lisbon", change: 0.4, start: 2, ramp: 3 },
  { kind: "funding", city: "nairobi", change: 0.7, spend: "weights", weights: { social: 2, legal: 1 } },
  { kind: "initiatives", city: "all", dimension: "political", initiatives: 2, start: 0, ramp: 10 },
  { kind: "partnerships", city: "auckland", type: "public-private", partnerships: 3, ramp: 4 },
  { kind: "turned", city: "all", share: 0.5, start: 0, ramp: 10 },
  { kind: "practice", city: "all", practice: "lisbon-cnai", start: 1, ramp: 9 },
  { kind: "practice", city: "lisbon", practice: "barcelona-anti-rumour-strategy", ramp: 7 },
];

/** A lever of every kind, over ten years with ramps: no year is like another. */
export const everyLever: Scenario = { levers, horizon: 10, target: { kind: "upper-quartile" } };
