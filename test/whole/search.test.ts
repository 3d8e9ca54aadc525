import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import type { Outcome } from "../../src/model/outcome.js";
import { bestUse } from "../../src/model/search/best-use.js";
import { groundOf } from "../../src/model/search/ground.js";
import type { FoundPlan } from "../../src/model/search/found.js";
import type { Solver } from "../../src/model/search/integer-program.js";
import { eachCity } from "../../src/model/levers/every-city.js";
import { leastMoney } from "../../src/model/search/least-money.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { anySearch, type SearchCase } from "../support/model/any-search.js";
import { BruteForce, goalOf, levelOf, levelToAsk, type Tried } from "../support/model/brute-force.js";
import { valueOf } from "../support/model/real-model.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const planned = ({ model: { baseline } }: SearchCase, outcome: Outcome<FoundPlan>): number[] | string => {
  if (!outcome.ok) return outcome.faults[0]!.kind;
  const plan = baseline.cities.flatMap((city) =>
    dimensions.map(
      (dimension) =>
        outcome.value.plan.find((part) => part.city === city && part.dimension === dimension)?.initiatives ??
        0,
    ),
  );
  return plan;
};
const listOf = (tried: Tried | undefined) => (tried ? [...tried.plan] : undefined);
/** Whether money of a rise fills gaps: then new initiatives move it elsewhere. */
const fillsGaps = ({ model, scenario }: SearchCase) => valueOf(groundOf(model, scenario)).gapFirst.length > 0;
const costOfAll = (brute: BruteForce) => Math.max(0, ...brute.plans.map(({ money }) => money));

describe("bestUse", () => {
  it("finds the plan that trying all of them finds, ties and limits included", () => {
    let [solved, tied, gapFirst] = [0, 0, 0];
    fc.assert(
      fc.property(anySearch, (search) => {
        const { model, scenario, money, limits, objective, share } = search;
        const brute = new BruteForce(search, levelOf(objective, limits.leaveOut));
        const budget = Math.round(costOfAll(brute) * share);
        const outcome = bestUse(model, scenario, { budget, objective, money, limits }, solver);
        const best = brute.bestUse(budget);
        if (!best) {
          const kind = brute.plans.length === 0 ? "limits-contradict" : "budget-too-small";
          expect(planned(search, outcome)).toBe(kind);
          return;
        }
        expect(planned(search, outcome)).toEqual(listOf(best));
        expect(valueOf(outcome).proof).toEqual({ kind: "proved" });
        solved++;
        if (fillsGaps(search)) gapFirst++;
        const equal = brute.plans.filter(
          ({ level, money }) => Math.abs(level - best.level) < 1e-7 && Math.abs(money - best.money) < 0.5,
        );
        if (equal.length > 1) tied++;
      }),
      { numRuns: 600, seed: 7 },
    );
    // The cases are worth something: most can be met, and in many several plans are equally good and dear.
    expect(solved).toBeGreaterThan(200);
    expect(tied).toBeGreaterThan(40);
    expect(gapFirst).toBeGreaterThan(150);
  });

  it("promises what simulate then gives", () => {
    fc.assert(
      fc.property(anySearch, ({ model, scenario, money, limits, objective, share }) => {
        const budget = 400_000 * share;
        const outcome = bestUse(model, scenario, { budget, objective, money, limits }, solver);
        if (!outcome.ok) return fc.pre(false);
        const { planned, simulated } = outcome.value;
        expect(simulated.coverage).toBeCloseTo(planned.coverage, 9);
        expect(simulated[money]).toBeCloseTo(planned[money], 3);
        expect(simulated[money]).toBeLessThanOrEqual(budget + 0.01);
      }),
      { numRuns: 100 },
    );
  });

  it("never does less with more money", () => {
    fc.assert(
      fc.property(
        anySearch,
        fc.integer({ min: 0, max: 500_000 }),
        ({ model, scenario, money, limits, objective, share }, more) => {
          const budget = 1e6 * share;
          const of = (budget: number) => {
            const outcome = bestUse(model, scenario, { budget, objective, money, limits }, solver);
            if (!outcome.ok) return -1;
            const { coverage, weakestCity, weakestDimension } = outcome.value.planned;
            return {
              coverage,
              "weakest-city": weakestCity.coverage,
              "weakest-dimension": weakestDimension.coverage,
            }[objective];
          };
          expect(of(budget + more)).toBeGreaterThanOrEqual(of(budget) - 2e-7);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("leastMoney", () => {
  it("finds the plan that trying all of them finds", () => {
    let [solved, gapFirst] = [0, 0];
    fc.assert(
      fc.property(anySearch, fc.constantFrom("all", eachCity, "amber"), (search, city) => {
        const { model, scenario, money, limits, share } = search;
        const brute = new BruteForce(search, goalOf(city, limits));
        const coverage = levelToAsk(brute, share);
        const outcome = leastMoney(model, scenario, { coverage, city, money, limits }, solver);
        const best = brute.leastMoney(coverage);
        if (best) solved++;
        if (best && fillsGaps(search)) gapFirst++;
        expect(planned(search, outcome)).toEqual(
          listOf(best) ?? (brute.plans.length === 0 ? "limits-contradict" : "target-unreachable"),
        );
      }),
      { numRuns: 300, seed: 11 },
    );
    expect(solved).toBeGreaterThan(150);
    expect(gapFirst).toBeGreaterThan(70);
  });
});
