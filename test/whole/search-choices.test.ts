import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import { eachCity } from "../../src/model/levers/every-city.js";
import type { Outcome } from "../../src/model/outcome.js";
import { bestUse } from "../../src/model/search/best-use.js";
import type { FoundPlan } from "../../src/model/search/found.js";
import type { Solver } from "../../src/model/search/integer-program.js";
import { leastMoney } from "../../src/model/search/least-money.js";
import { tradeOff } from "../../src/model/search/trade-off.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { anyChosenSearch, type SearchCase } from "../support/model/any-search.js";
import {
  BruteForce,
  goalOf,
  levelOf,
  levelToAsk,
  type Tried,
  type TriedYear,
} from "../support/model/brute-force.js";
import { plainWeights } from "../support/model/plain-targets.js";
import { plainCounts, plainYear } from "../support/model/plain-year.js";
import { valueOf } from "../support/model/real-model.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Every plan, each run by the plain second implementation of the model. */
function everyPlan(search: SearchCase, level: (year: TriedYear) => number): BruteForce {
  const counts = plainCounts(search.model, search.scenario);
  return new BruteForce(search, level, (model, scenario) =>
    plainYear(model, scenario, search.scenario.horizon, counts),
  );
}
const planOf = ({ model: { baseline } }: SearchCase, { plan }: FoundPlan): number[] =>
  baseline.cities.flatMap((city) =>
    dimensions.map(
      (dimension) =>
        plan.find((part) => part.city === city && part.dimension === dimension)?.initiatives ?? 0,
    ),
  );
const planned = (search: SearchCase, outcome: Outcome<FoundPlan>): number[] | string =>
  outcome.ok ? planOf(search, outcome.value) : outcome.faults[0]!.kind;
const listOf = (tried: Tried | undefined) => (tried ? [...tried.plan] : undefined);
const dearest = (brute: BruteForce) => Math.max(0, ...brute.plans.map(({ money }) => money));
/** Which choices a search carries, so that a test can say that it met them. */
const choicesOf = ({ scenario }: SearchCase) => [
  ...(scenario.counts ? ["counts"] : []),
  ...(scenario.weighting ? ["weighting"] : []),
  ...(scenario.target?.per ? ["per"] : []),
  ...(scenario.target?.kind === "own" && scenario.target.cities ? ["cities"] : []),
];

describe("with uncertain counts, people and targets of cities", () => {
  it("best use is the plan that trying all of them plainly finds", () => {
    const met: Record<string, number> = {};
    fc.assert(
      fc.property(anyChosenSearch, (search) => {
        const { model, scenario, money, limits, objective, share } = search;
        const brute = everyPlan(search, levelOf(objective, limits.leaveOut, plainWeights(model, scenario)));
        const budget = Math.round(dearest(brute) * share);
        const outcome = bestUse(model, scenario, { budget, objective, money, limits }, solver);
        const best = brute.bestUse(budget);
        if (!best) {
          const kind = brute.plans.length === 0 ? "limits-contradict" : "budget-too-small";
          expect(planned(search, outcome)).toBe(kind);
          return;
        }
        expect(planned(search, outcome)).toEqual(listOf(best));
        const { proof, planned: told, simulated } = valueOf(outcome);
        expect(proof).toEqual({ kind: "proved" });
        for (const outlook of [told, simulated]) {
          const level = {
            coverage: outlook.coverage,
            "weakest-city": outlook.weakestCity.coverage,
            "weakest-dimension": outlook.weakestDimension.coverage,
          }[objective];
          expect(level).toBeCloseTo(best.level, 9);
          expect(outlook[money]).toBeCloseTo(best.money, 3);
        }
        for (const choice of choicesOf(search)) met[choice] = (met[choice] ?? 0) + 1;
      }),
      { numRuns: 500, seed: 3 },
    );
    for (const choice of ["counts", "weighting", "per", "cities"]) expect(met[choice]).toBeGreaterThan(30);
  });

  it("least money is the plan that trying all of them plainly finds", () => {
    let solved = 0;
    fc.assert(
      fc.property(anyChosenSearch, fc.constantFrom("all", eachCity, "amber"), (search, city) => {
        const { model, scenario, money, limits, share } = search;
        const brute = everyPlan(search, goalOf(city, limits));
        const coverage = levelToAsk(brute, share);
        const outcome = leastMoney(model, scenario, { coverage, city, money, limits }, solver);
        const best = brute.leastMoney(coverage);
        if (best) solved++;
        expect(planned(search, outcome)).toEqual(
          listOf(best) ?? (brute.plans.length === 0 ? "limits-contradict" : "target-unreachable"),
        );
      }),
      { numRuns: 300, seed: 13 },
    );
    expect(solved).toBeGreaterThan(150);
  });

  it("a trade-off has, for the weakest city of each of its plans, the plan that trying all of them plainly finds", () => {
    let several = 0;
    // With one city, or money for everything, there is nothing to trade.
    const scarce = anyChosenSearch.filter(
      ({ model, share }) => model.baseline.cities.length > 1 && share > 0.05 && share < 0.6,
    );
    fc.assert(
      fc.property(scarce, (search) => {
        const { model, scenario, money, limits, share } = search;
        const brute = everyPlan(search, levelOf("coverage"));
        const budget = Math.round(dearest(brute) * share);
        const outcome = tradeOff(model, scenario, { budget, money, limits }, solver);
        const within = brute.plans.filter((tried) => tried.money <= budget + 1e-3);
        if (within.length === 0) {
          expect(outcome).toMatchObject({ ok: false });
          return;
        }
        const { plans: found, highest } = valueOf(outcome);
        expect(highest).toEqual({ kind: "proved" });
        if (found.length > 1) several++;
        for (const one of found) {
          expect(one.proof).toEqual({ kind: "proved" });
          const { coverage, weakestCity } = one.planned;
          const best = brute.bestAbove(budget, weakestCity.coverage)!;
          expect(planOf(search, one)).toEqual([...best.plan]);
          expect(coverage).toBeCloseTo(best.level, 9);
          expect(weakestCity.coverage).toBeCloseTo(best.weakest, 9);
        }
        found.slice(1).forEach(({ planned }, i) => {
          const before = found[i]!.planned;
          expect(planned.weakestCity.coverage).toBeGreaterThan(before.weakestCity.coverage);
          expect(planned.coverage).toBeLessThan(before.coverage);
        });
        // From the best for all to the best for the weakest, and nothing passed over that is a step away.
        const [first, last] = [found[0]!.planned, found.at(-1)!.planned];
        expect(first.coverage).toBeCloseTo(brute.bestUse(budget)!.level, 6);
        expect(last.weakestCity.coverage).toBeCloseTo(Math.max(...within.map(({ weakest }) => weakest)), 6);
        const step = Math.max(1e-4, (last.weakestCity.coverage - first.weakestCity.coverage) / 40) + 1e-6;
        for (const { level, weakest } of within)
          expect(
            found.some(
              ({ planned }) =>
                planned.coverage >= level - 1e-6 && planned.weakestCity.coverage >= weakest - step,
            ),
          ).toBe(true);
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(several).toBeGreaterThan(25);
  });
});
