import * as v from "valibot";
import { leverKinds } from "../../model/levers/lever-kinds.js";
import { id, number } from "./fields.js";
import { toldLevers } from "./told-levers.js";

const timing = { start: v.optional(number), ramp: v.optional(number) };

/** The shape of a lever of any kind in a link or record. */
export const leverShape = v.variant(
  "kind",
  Object.entries(toldLevers).map(([kind, { shape }]) =>
    v.strictObject({ kind: v.literal(kind), city: id, ...shape, ...timing }),
  ),
  `a lever of a known kind (${Object.keys(leverKinds).join(", ")})`,
);

/** The fields of levers in the order in which they are written, as the dictionary of links has them. */
export const leverFields: readonly string[] = [
  ...["kind", "city"],
  ...new Set(Object.values(toldLevers).flatMap(({ shape }) => Object.keys(shape))),
  ...Object.keys(timing),
];
