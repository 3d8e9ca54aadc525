import { givenText } from "../fault.js";
import { partnershipTypes, type PartnershipType } from "../names.js";
import type { Place } from "./every-city.js";
import type { LeverKindOf } from "./lever-kind.js";
import type { Timing } from "./timing.js";

/** Partnerships that start, by type. */
export type PartnershipsLever = {
  kind: "partnerships";
  city: Place;
  type: PartnershipType;
  partnerships: number;
} & Timing;

/** New partnerships. */
export const partnerships: LeverKindOf<PartnershipsLever, "type"> = {
  title: "New partnerships",
  field: "partnerships",
  minimum: 0,
  maximum: 20,
  step: 1,
  default: 0,
  unit: "partnerships",
  slot: { field: "type", values: partnershipTypes },
  whoPaysAlone: true,
  check: (lever, { amount, fault }) =>
    partnershipTypes.includes(lever.type)
      ? amount(lever.partnerships)
      : fault({ kind: "unknown-partnership-type", given: givenText(lever.type), field: "type" }),
  act(levers, { partnerships }) {
    for (const { lever, phase } of levers)
      partnerships[partnershipTypes.indexOf(lever.type)]! += lever.partnerships * phase;
  },
};
