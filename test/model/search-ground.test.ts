import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawAssumptions } from "../../src/model/draws.js";
import { prepare } from "../../src/model/scenario.js";
import { groundOf, groundWith } from "../../src/model/search/ground.js";
import { anyScenario } from "../support/model/any-scenario.js";
import { valueOf } from "../support/model/real-model.js";

describe("groundWith(prepared, parameters)", () => {
  it("is the ground of a model whose central values are those", () => {
    fc.assert(
      fc.property(anyScenario, fc.integer({ min: 0, max: 1000 }), ({ model, scenario }, seed) => {
        const prepared = valueOf(prepare(model, scenario));
        const drawn = drawAssumptions(prepared.assumptions, 1, seed).map(([value]) => value!);
        const assumptions = model.assumptions.map((assumption, p) => ({
          ...assumption,
          low: drawn[p]!,
          central: drawn[p]!,
          high: drawn[p]!,
        }));
        // A function is equal to itself alone: what it gives is compared.
        const [found, expected] = [
          groundWith(prepared, Float64Array.from(drawn)),
          valueOf(groundOf({ ...model, assumptions }, scenario)),
        ];
        expect({ ...found, kappaWith: null }).toEqual({ ...expected, kappaWith: null });
        const plan = found.initiatives.map((_, cell) => cell % 3);
        expect(found.kappaWith(plan)).toEqual(expected.kappaWith(plan));
      }),
    );
  });
});
