import { givenText } from "../fault.js";
import { dimensions, type Dimension } from "../names.js";
import type { Place } from "./every-city.js";
import type { LeverKindOf } from "./lever-kind.js";
import type { Timing } from "./timing.js";

/** Initiatives that start, by dimension. */
export type InitiativesLever = {
  kind: "initiatives";
  city: Place;
  dimension: Dimension;
  initiatives: number;
} & Timing;

/** New initiatives. */
export const initiatives: LeverKindOf<InitiativesLever, "dimension"> = {
  title: "New initiatives",
  field: "initiatives",
  minimum: 0,
  maximum: 20,
  step: 1,
  default: 0,
  unit: "initiatives",
  slot: { field: "dimension", values: dimensions },
  check: (lever, { amount, fault }) =>
    dimensions.includes(lever.dimension)
      ? amount(lever.initiatives)
      : fault({ kind: "unknown-dimension", given: givenText(lever.dimension), field: "dimension" }),
  act(levers, { added, priced }) {
    for (const { lever, phase } of levers) {
      const d = dimensions.indexOf(lever.dimension);
      added[d]! += lever.initiatives * phase;
      priced[d]! += lever.initiatives * phase;
    }
  },
};
