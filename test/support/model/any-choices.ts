import fc from "fast-check";
import type { Choices } from "../../../src/model/choices.js";
import { dimensions, type Dimension } from "../../../src/model/names.js";
import type { Target } from "../../../src/model/targets.js";

/** Figures of own targets, by city and within it dimension: of some of them. */
export function anyCityTargets(
  cities: readonly string[],
  figure: fc.Arbitrary<number>,
): fc.Arbitrary<Record<string, Partial<Record<Dimension, number>>>> {
  const some = { minKeys: 1, noNullPrototype: true };
  return fc.dictionary(
    fc.constantFrom(...cities),
    fc.dictionary(fc.constantFrom(...dimensions), figure, some),
    some,
  );
}

/**
 * Choices of counts, people and targets of cities, none of them as often as each.
 * @param target of all cities
 * @param figure an own figure of a city
 */
export function anyChoices(
  cities: readonly string[],
  target: fc.Arbitrary<Target>,
  figure: fc.Arbitrary<number>,
): fc.Arbitrary<Pick<Choices, "counts" | "weighting"> & { target: Target }> {
  const heads = fc.constantFrom(undefined, "residents" as const, "migrants" as const);
  return fc
    .record({
      target,
      per: heads,
      own: fc.option(anyCityTargets(cities, figure), { nil: undefined }),
      counts: fc.constantFrom(undefined, "uncertain" as const),
      weighting: heads,
    })
    .map(({ target, per, own, counts, weighting }) => ({
      target: {
        ...target,
        ...(per && { per }),
        ...(target.kind === "own" && own && { cities: own }),
      },
      ...(counts && { counts }),
      ...(weighting && { weighting }),
    }));
}
