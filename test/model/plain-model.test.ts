import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/model/simulate.js";
import { costings } from "../../src/model/choices.js";
import { anyScenario } from "../support/model/any-scenario.js";
import { plainCity } from "../support/model/plain-model.js";
import { valueOf } from "../support/model/real-model.js";

describe("both versions of the model", () => {
  it("agree with a plain second implementation, whatever the counts, assumptions and levers", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyScenario, fc.constantFrom(...costings), ({ model, scenario }, costing) => {
        const chosen = { ...scenario, costing };
        const { years, targets } = valueOf(simulate(model, chosen));
        for (const { t, cities } of years)
          for (const [c, found] of cities.entries()) {
            const plain = plainCity(model, chosen, found.city, t, targets[c]!);
            const near = (value: number, expected: number, scale = 1) =>
              expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));
            found.initiatives.forEach((n, d) => near(n, plain.initiatives[d]!, 10));
            near(found.cityCoverage, plain.coverage);
            near(found.cost.public, plain.public, plain.total);
            near(found.cost.total, plain.total, plain.total);
            compared++;
          }
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
