import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Model } from "../../src/model/model.js";
import { dimensions } from "../../src/model/names.js";
import { costings } from "../../src/model/choices.js";
import type { Scenario } from "../../src/model/scenario.js";
import { sensitivity } from "../../src/model/sensitivity.js";
import { simulate } from "../../src/model/simulate.js";
import { anyOwnRun, anyRun } from "../support/model/any-run.js";
import { near } from "../support/model/near.js";
import { plainYears } from "../support/model/plain-year.js";
import { model as realModel, valueOf } from "../support/model/real-model.js";

/** Compares every year of a scenario, with its central assumptions. */
function compareYears(model: Model, scenario: Scenario): number {
  const { years, targets } = valueOf(simulate(model, scenario));
  const plain = plainYears(model, scenario);
  targets.forEach((own, c) =>
    own.forEach((target, d) => {
      const expected = plain[0]!.targets[c]![d]!;
      near(target, expected, expected, "T");
    }),
  );
  expect(years).toHaveLength(plain.length);
  years.forEach((year, t) => {
    const own = plain[t]!;
    near(year.coverage, own.coverage, 1, "K");
    near(year.inequality, own.inequality, 1, "Gini");
    near(year.cost.total, own.cost.total, own.cost.total, "total cost");
    near(year.cost.public, own.cost.public, own.cost.total, "public cost");
    near(year.cost.discounted, own.discounted, own.cost.total, "discounted cost");
    year.cities.forEach((found, c) => {
      const city = own.cities[c]!;
      expect(found.city).toBe(city.city);
      found.coverage.forEach((kappa, d) => {
        near(kappa, city.coverage[d]!, 1, `κ ${city.city} ${dimensions[d]!}`);
        if (!Number.isNaN(kappa)) near(found.initiatives[d]!, city.initiatives[d]!, city.initiatives[d], "n");
      });
      near(found.cityCoverage, city.cityCoverage, 1, "K of a city");
      near(found.cost.public, city.cost.public, city.cost.total, "public cost of a city");
      near(found.cost.total, city.cost.total, city.cost.total, "total cost of a city");
      // Without initiatives counted nothing is known of their actors.
      if (Number.isFinite(city.actorsPerInitiative))
        near(found.actorsPerInitiative, city.actorsPerInitiative, city.actorsPerInitiative, "actors");
    });
  });
  return years.length;
}

describe("both versions of the model", () => {
  it("agree with a plain second implementation, whatever the counts, assumptions, levers and choices", () => {
    let compared = 0;
    fc.assert(
      fc.property(anyRun, fc.constantFrom(...costings), ({ model, scenario }, costing) => {
        compared += compareYears(model, { ...scenario, costing });
      }),
      { numRuns: 600 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it("agree with it on today's evidence, with every choice", () => {
    const people = [undefined, "residents", "migrants"] as const;
    for (const kind of ["median", "upper-quartile", "best"] as const)
      for (const counts of [undefined, "uncertain"] as const)
        for (const per of people)
          for (const weighting of people)
            compareYears(realModel, {
              levers: [
                { kind: "funding", city: "all", change: 0.2, spend: "gap-first", ramp: 3 },
                { kind: "funding", city: "lisbon", change: -0.6 },
              ],
              horizon: 4,
              target: { kind, ...(per && { per }) },
              ...(counts && { counts }),
              ...(weighting && { weighting }),
            });
  });
});

describe("a reader's own city", () => {
  it("agrees with the plain model too, whatever is known of it", () => {
    fc.assert(
      fc.property(anyOwnRun, (scenario) => {
        expect(compareYears(realModel, scenario)).toBe(6);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a tornado", () => {
  it("has the ends that the plain model has, with each assumption at its low and its high in turn", () => {
    let moved = 0;
    fc.assert(
      fc.property(
        anyRun,
        fc.constantFrom("coverage" as const, "public" as const),
        ({ model, scenario }, kind) => {
          const { swings, central } = valueOf(sensitivity(model, scenario, { kind }));
          const plain = (overrides: Scenario["overrides"] = {}) => {
            const last = plainYears(model, { ...scenario, overrides }).at(-1)!;
            return kind === "coverage" ? last.coverage : last.cost.public;
          };
          near(central, plain(), plain(), "central");
          const ids = new Set(model.assumptions.map(({ id }) => id));
          expect(swings.filter(({ assumption }) => !ids.has(assumption))).toEqual([]);
          for (const { id, low, high, distribution } of model.assumptions) {
            const found = swings.find(({ assumption }) => assumption === id);
            if (distribution === "fixed") continue;
            const [atLow, atHigh] = [plain({ [id]: { central: low } }), plain({ [id]: { central: high } })];
            near(found?.atLow ?? central, atLow, Math.max(central, atLow), `${id} at its low`);
            near(found?.atHigh ?? central, atHigh, Math.max(central, atHigh), `${id} at its high`);
            if (found && found.atLow !== found.atHigh) moved++;
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});
