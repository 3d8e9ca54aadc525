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
        expect(groundWith(prepared, Float64Array.from(drawn))).toEqual(
          valueOf(groundOf({ ...model, assumptions }, scenario)),
        );
      }),
    );
  });
});
