import { quantileSorted } from "d3-array";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assumption } from "../../src/model/assumptions.js";
import type { Model } from "../../src/model/model.js";
import { bestUse } from "../../src/model/search/best-use.js";
import type { Solver } from "../../src/model/search/integer-program.js";
import { robustChoice, type RobustChoiceOptions } from "../../src/model/search/robust-choice.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { anyChosenSearch, anySearch } from "../support/model/any-search.js";
import { plainRobustChoice } from "../support/model/plain-robust-choice.js";
import { model, valueOf } from "../support/model/real-model.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Costs and public shares with ranges, so that there is something to draw. */
function uncertain(model: Model): Model {
  const ranged = (assumption: Assumption): Assumption => {
    const { id, central } = assumption;
    if (id.startsWith("cost-"))
      return { ...assumption, low: central / 3, high: central * 4, distribution: "log-triangular" };
    if (id.startsWith("public-share-"))
      return {
        ...assumption,
        low: central / 2,
        high: Math.min(1, central * 1.5),
        distribution: "triangular",
      };
    if (id.startsWith("residents-"))
      return { ...assumption, low: central / 2, high: central * 2, distribution: "uniform" };
    if (id.startsWith("migrant-share-"))
      return { ...assumption, low: central / 2, high: central * 2, distribution: "triangular" };
    if (id.startsWith("found-") && central < 1)
      return { ...assumption, low: central / 2, high: 1, distribution: "triangular" };
    return assumption;
  };
  return { ...model, assumptions: model.assumptions.map(ranged) };
}

const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9);

describe("robustChoice(model, scenario, options, solver)", () => {
  it.each([
    ["any small search", anySearch],
    ["one with uncertain counts, people and targets of cities", anyChosenSearch],
  ])("counts as the plainest way counts, on %s, with money that fills gaps first or without", (_, anyOf) => {
    const gapFirst = { kind: "funding", city: "all", change: 0.1, spend: "gap-first" } as const;
    fc.assert(
      fc.property(
        anyOf,
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(100_000, 250_000, 600_000),
        fc.boolean(),
        (given, seed, budget, fills) => {
          const own = uncertain(given.model);
          const scenario = fills
            ? { ...given.scenario, levers: [...given.scenario.levers, gapFirst] }
            : given.scenario;
          const { money, limits, objective } = given;
          const city = own.baseline.cities[0]!;
          const options: RobustChoiceOptions & { draws: number; seed: number } = {
            budget,
            objective,
            money,
            limits,
            draws: 20,
            seed,
            ...(seed % 3 === 0 && { city }),
          };
          const outcome = robustChoice(own, scenario, options, solver);
          const plain = bestUse(own, scenario, options, solver);
          expect(outcome.ok).toBe(plain.ok);
          if (!outcome.ok) {
            expect(outcome).toEqual(plain);
            return;
          }
          const found = outcome.value;
          const { plans, solved } = plainRobustChoice(own, scenario, options, solver);
          const best = solved.map((_, i) => Math.max(...plans.map(({ levels }) => levels[i]!)));
          const regrets = plans.map(({ levels }) => best.map((most, i) => most - levels[i]!));
          const means = regrets.map((list) => list.reduce((a, b) => a + b, 0) / list.length);
          const least = Math.min(...means);

          expect(found.plans[0]!.roles).toContain("asked");
          expect(found.plans[0]!.plan).toEqual(plans[0]!.plan);
          for (const tested of found.plans) {
            const k = plans.findIndex(({ plan }) => JSON.stringify(plan) === JSON.stringify(tested.plan));
            const twin = plans[k]!;
            expect([tested.keeps, tested.solvedIn]).toEqual([twin.keeps, twin.solvedIn]);
            near(tested.regret.mean, means[k]!);
            const sorted = regrets[k]!.toSorted((a, b) => a - b);
            // R-7 of twenty: nine tenths of the way lies at 17.1.
            near(tested.regret.p90, sorted[17]! + 0.1 * (sorted[18]! - sorted[17]!));
            expect(tested.percentiles).toHaveLength(101);
            for (const [p, regret] of tested.percentiles.entries())
              near(regret, quantileSorted(sorted, p / 100)!);
            expect(tested.regret.best).toBe(sorted.filter((regret) => regret <= 1e-7).length);
            expect(tested.regret.near).toBe(sorted.filter((regret) => regret <= 0.01 + 1e-7).length);
            if (tested.roles.includes("steady")) near(tested.regret.mean, least);
            if (tested.roles.includes("often"))
              expect(tested.solvedIn).toBe(Math.max(...plans.map(({ solvedIn }) => solvedIn)));
          }
          expect(found.plans.flatMap(({ roles }) => roles).sort()).toEqual(["asked", "often", "steady"]);
          near(found.decides.information.everything, least);
          expect(found.solved).toBe(solved.filter((plan) => plan !== null).length);

          for (const { city, dimension, draws, initiatives, asked } of found.parts) {
            const counts = solved
              .flatMap((plan) => plan ?? [])
              .filter((part) => part.city === city && part.dimension === dimension)
              .map((part) => part.initiatives)
              .sort((a, b) => a - b);
            expect(draws).toBe(counts.length);
            if (initiatives) {
              const middle = (counts.length - 1) / 2;
              expect(initiatives.p50).toBe((counts[Math.floor(middle)]! + counts[Math.ceil(middle)]!) / 2);
            } else expect(counts).toEqual([]);
            const own = plans[0]!.plan.find((part) => part.city === city && part.dimension === dimension);
            expect(asked).toBe(own?.initiatives ?? 0);
          }
          const places = new Set(
            [plans[0]!.plan, ...solved].flatMap((plan) => plan ?? []).map((p) => p.city + p.dimension),
          );
          expect(found.parts).toHaveLength(places.size);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("says the same every time, and tells how far it is", () => {
    const options = { budget: 2e6, objective: "coverage", draws: 20, seed: 3 } as const;
    const told: [number, number][] = [];
    const first = valueOf(
      robustChoice(model, { levers: [] }, options, solver, (done, of) => void told.push([done, of])),
    );
    expect(told).toEqual(Array.from({ length: 20 }, (_, i) => [i + 1, 20]));
    expect(valueOf(robustChoice(model, { levers: [] }, options, solver))).toEqual(first);
    expect([first.draws, first.seed, first.budget]).toEqual([20, 3, 2e6]);
  });

  it("has nothing to regret, to overturn or to find out where nothing is uncertain", () => {
    const sure: Model = {
      ...model,
      assumptions: model.assumptions.map((a) => ({ ...a, low: a.central, high: a.central })),
    };
    const options = { budget: 2e6, objective: "coverage", draws: 20 } as const;
    const found = valueOf(robustChoice(sure, { levers: [] }, options, solver));
    expect(found.plans).toHaveLength(1);
    expect(found.plans[0]).toMatchObject({
      roles: ["asked", "often", "steady"],
      solvedIn: 20,
      keeps: 20,
      regret: { mean: 0, p90: 0, best: 20, near: 20 },
    });
    expect(found.decides).toEqual({
      overturning: [],
      information: { everything: 0, findings: [], chance: 0 },
    });
    for (const { draws, asked, initiatives } of found.parts) {
      expect(draws).toBe(20);
      expect(initiatives).toEqual({ p10: asked, p50: asked, p90: asked });
    }
  });

  it("has no price for more where no money buys more", () => {
    const options = { objective: "coverage", draws: 20 } as const;
    const all = valueOf(robustChoice(model, { levers: [] }, { ...options, budget: 1e9 }, solver));
    expect(all.price).toBeNull();
    const some = valueOf(robustChoice(model, { levers: [] }, { ...options, budget: 2e6 }, solver));
    expect(some.price).toBeGreaterThan(0);
  });

  it.each([
    [{ budget: -1 }, "budget"],
    [{ draws: 19 }, "draws"],
    [{ draws: 20.5 }, "draws"],
    [{ draws: 1001 }, "draws"],
    [{ seed: -1 }, "seed"],
    [{ city: "atlantis" }, "city"],
    [{ objective: "fame" as "coverage" }, "objective"],
  ])("refuses %o", (wrong, field) => {
    const options = { budget: 2e6, objective: "coverage" as const, ...wrong };
    const outcome = robustChoice(model, { levers: [] }, options, solver);
    expect(outcome.ok ? [] : outcome.faults.map((fault) => fault.field)).toEqual([field]);
  });
});
