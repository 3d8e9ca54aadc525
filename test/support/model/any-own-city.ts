import fc from "fast-check";
import { dimensions, partnershipTypes } from "../../../src/model/names.js";
import { canBeSimulated, type OwnCity } from "../../../src/model/own-city.js";

const count = fc.option(fc.nat(60), { nil: null });
const counts = <N extends string>(names: readonly N[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, count]))) as fc.Arbitrary<Record<N, number | null>>;

/** A city that its reader knows something of, however little. */
export const anyOwnCity: fc.Arbitrary<OwnCity> = fc
  .record({
    name: fc.constant("Own"),
    country: fc.constant(""),
    initiatives: counts(dimensions),
    partnerships: counts(partnershipTypes),
  })
  .filter(canBeSimulated);
