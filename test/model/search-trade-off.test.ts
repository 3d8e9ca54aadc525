import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { planLevers } from "../../src/model/search/found.js";
import { bestUse } from "../../src/model/search/best-use.js";
import type { Solver } from "../../src/model/search/integer-program.js";
import { tradeOff } from "../../src/model/search/trade-off.js";
import { simulate } from "../../src/model/simulate.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { anySearch } from "../support/model/any-search.js";
import { BruteForce, levelOf } from "../support/model/brute-force.js";
import { model, valueOf } from "../support/model/real-model.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const nothing = { levers: [] };
const plansOf = (outcome: ReturnType<typeof tradeOff>) => valueOf(outcome).plans;
const budget = 2e6;

describe("what a budget can do for all cities and for the weakest", () => {
  it("goes from the best use for all to the best use for the weakest city, and trades one for the other", () => {
    const points = plansOf(tradeOff(model, nothing, { budget }, solver));
    const best = (objective: "coverage" | "weakest-city") =>
      valueOf(bestUse(model, nothing, { budget, objective }, solver));
    expect(points.length).toBeGreaterThan(3);
    expect(points[0]!.planned.coverage).toBeCloseTo(best("coverage").planned.coverage, 6);
    expect(points.at(-1)!.planned.weakestCity.coverage).toBeCloseTo(
      best("weakest-city").planned.weakestCity.coverage,
      6,
    );
    points.slice(1).forEach(({ planned }, i) => {
      expect(planned.weakestCity.coverage).toBeGreaterThan(points[i]!.planned.weakestCity.coverage);
      expect(planned.coverage).toBeLessThan(points[i]!.planned.coverage);
    });
    for (const { planned, proof } of points) {
      expect(planned.public).toBeLessThanOrEqual(budget + 1);
      expect(proof).toEqual({ kind: "proved" });
    }
  });

  it("promises what its levers do", () => {
    for (const { plan, planned } of plansOf(tradeOff(model, nothing, { budget }, solver)).slice(0, 5)) {
      const year = valueOf(simulate(model, { levers: planLevers(plan) })).years.at(-1)!;
      expect(year.coverage).toBeCloseTo(planned.coverage, 9);
      expect(Math.min(...year.cities.map(({ cityCoverage }) => cityCoverage))).toBeCloseTo(
        planned.weakestCity.coverage,
        9,
      );
    }
  });

  it("weighs the mean as the scenario does, and takes the weakest city as it is", () => {
    const alike = plansOf(tradeOff(model, nothing, { budget }, solver));
    const weighed = plansOf(tradeOff(model, { ...nothing, weighting: "residents" }, { budget }, solver));
    expect(weighed[0]!.planned.coverage).not.toBeCloseTo(alike[0]!.planned.coverage, 2);
    expect(weighed.at(-1)!.planned.weakestCity.coverage).toBeCloseTo(
      alike.at(-1)!.planned.weakestCity.coverage,
      6,
    );
  });

  it("has one plan where nothing can be bought", () => {
    const [only, ...others] = plansOf(tradeOff(model, nothing, { budget: 0 }, solver));
    expect(only!.plan).toEqual([]);
    expect(others).toEqual([]);
  });
});

describe("against every plan there is, on small cases beside every kind of lever", () => {
  it(
    "finds the ends exactly, nothing that another plan beats, and no gap wider than its step",
    { timeout: 120_000 },
    () => {
      let compared = 0;
      let several = 0;
      fc.assert(
        fc.property(anySearch, ({ model, scenario, money, limits, share }) => {
          const leaveOut = limits.leaveOut ?? [];
          const cases = { model, scenario, money, limits };
          const means = new BruteForce(cases, levelOf("coverage")).plans;
          const weakest = new BruteForce(cases, levelOf("weakest-city", leaveOut)).plans;
          const all = means.map(({ level, money }, i) => ({
            mean: level,
            weakest: weakest[i]!.level,
            money,
          }));
          const most = Math.max(0, ...all.map(({ money }) => money));
          const budget = share * most;
          const within = all.filter(({ money }) => money <= budget + 1e-3);
          const outcome = tradeOff(model, scenario, { budget, money, limits }, solver);
          if (within.length === 0) {
            expect(outcome.ok).toBe(false);
            return;
          }
          const points = valueOf(outcome).plans.map(({ planned }) => ({
            mean: planned.coverage,
            weakest: Math.min(1, planned.weakestCity.coverage),
          }));
          compared++;
          if (points.length > 1) several++;
          const ends = within.map((plan) => plan.mean);
          expect(points[0]!.mean).toBeCloseTo(Math.max(...ends), 6);
          expect(points.at(-1)!.weakest).toBeCloseTo(Math.max(...within.map((plan) => plan.weakest)), 6);
          const span = points.at(-1)!.weakest - Math.min(...points.map((point) => point.weakest));
          const step = Math.max(1e-4, span / 40) + 1e-6;
          for (const point of points)
            expect(
              within.filter((plan) => plan.mean > point.mean + 1e-6 && plan.weakest >= point.weakest - 1e-9),
            ).toEqual([]);
          for (const plan of within)
            expect(
              points.some((point) => point.mean >= plan.mean - 1e-6 && point.weakest >= plan.weakest - step),
            ).toBe(true);
        }),
        { numRuns: 200 },
      );
      expect(compared).toBeGreaterThan(60);
      expect(several).toBeGreaterThan(0);
    },
  );
});
