import { beforeAll, describe, expect, it } from "vitest";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { dimensions } from "../../src/model/names.js";
import { presets } from "../../src/model/presets.js";
import { objectives } from "../../src/model/search/aim.js";
import { bestUse } from "../../src/model/search/best-use.js";
import { cityPlans } from "../../src/model/search/city-plans.js";
import { planLevers, type FoundPlan } from "../../src/model/search/found.js";
import { frontier } from "../../src/model/search/frontier.js";
import { groundOf } from "../../src/model/search/ground.js";
import type { Solver } from "../../src/model/search/integer-program.js";
import { leastMoney } from "../../src/model/search/least-money.js";
import type { Scenario } from "../../src/model/scenario.js";
import { simulate } from "../../src/model/simulate.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { levelOf } from "../support/model/brute-force.js";
import { firstModel } from "../support/model/first-model.js";
import { model, valueOf } from "../support/model/real-model.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const D = dimensions.length;
const { cities } = model.baseline;
const auckland: Scenario = {
  levers: presets.find(({ id }) => id === "auckland-levy")!.levers as readonly Lever[],
};
const rise = (city: string, change: number): Lever => ({ kind: "funding", city, change, spend: "gap-first" });
const started = (found: FoundPlan) =>
  Object.fromEntries(found.plan.map(({ dimension, initiatives }) => [dimension, initiatives]));
const lastOf = (scenario: Scenario, of = model) => valueOf(simulate(of, scenario)).years.at(-1)!;
const only = (city: string) => ({ leaveOut: cities.filter((other) => other !== city) });

/** Every plan of one city that closes gaps, simulated. */
function everyPlanOf(city: string, scenario: Scenario, of = model) {
  const c = cities.indexOf(city);
  const room = valueOf(groundOf(of, scenario))
    .gaps.slice(c * D, (c + 1) * D)
    .map(Math.ceil);
  const before = lastOf(scenario, of).cost.public;
  const tried: { money: number; year: ReturnType<typeof lastOf> }[] = [];
  const visit = (plan: number[]) => {
    if (plan.length < D) {
      for (let x = 0; x <= room[plan.length]!; x++) visit([...plan, x]);
      return;
    }
    const planned = plan.flatMap((initiatives, d) =>
      initiatives > 0 ? [{ city, dimension: dimensions[d]!, initiatives }] : [],
    );
    const year = lastOf({ ...scenario, levers: [...scenario.levers, ...planLevers(planned)] }, of);
    tried.push({ money: year.cost.public - before, year });
  };
  visit([]);
  return tried;
}

describe("beside a rise that fills gaps first", () => {
  it("least money counts on what the rise does with the gaps that are left", () => {
    const full = valueOf(leastMoney(firstModel, auckland, { coverage: 1, city: "auckland" }, solver));
    expect(started(full)).toEqual({ legal: 3, political: 1 });
    expect(full.simulated.public).toBeCloseTo(758_550, 2);
    const most = valueOf(leastMoney(firstModel, auckland, { coverage: 0.915, city: "auckland" }, solver));
    expect(started(most)).toEqual({ political: 1 });
    expect(most.simulated.public).toBeCloseTo(35_010, 2);
    for (const { proof } of [full, most]) expect(proof).toEqual({ kind: "proved" });
  });

  it("least money reaches the target that was asked for", () => {
    const scenario: Scenario = {
      levers: [rise("kuala-lumpur", 0.43)],
      target: { kind: "upper-quartile" },
    };
    const city = cities.indexOf("kuala-lumpur");
    const found = valueOf(leastMoney(firstModel, scenario, { coverage: 0.87, city: "kuala-lumpur" }, solver));
    expect(found.simulated.public).toBeCloseTo(195_804, 2);
    expect(found.simulated.cities[city]).toBeGreaterThanOrEqual(0.87);
    const cheapest = everyPlanOf("kuala-lumpur", scenario, firstModel)
      .filter(({ year }) => year.cities[city]!.cityCoverage >= 0.87)
      .reduce((least, { money }) => Math.min(least, money), Infinity);
    expect(found.simulated.public).toBeCloseTo(cheapest, 2);
  });

  it.each(objectives)("best use of a budget for %s is that of all plans of a city", (objective) => {
    const scenario: Scenario = { levers: [rise("all", 0.1)], target: { kind: "upper-quartile" }, horizon: 1 };
    const limits = only("chicago");
    const level = levelOf(objective, limits.leaveOut);
    const all = everyPlanOf("chicago", scenario);
    for (const budget of [100_000, 400_000, 900_000, 2_000_000]) {
      const found = valueOf(bestUse(model, scenario, { budget, objective, limits }, solver));
      const best = all
        .filter(({ money }) => money <= budget + 1e-3)
        .reduce((highest, { year }) => Math.max(highest, level(year)), 0);
      const after = lastOf({ ...scenario, levers: [...scenario.levers, ...planLevers(found.plan)] });
      expect(level(after)).toBeCloseTo(best, 7);
      for (const money of ["public", "total"] as const)
        expect(found.planned[money] / found.simulated[money]).toBeCloseTo(1, 9);
      expect(found.planned.coverage).toBeCloseTo(found.simulated.coverage, 12);
      expect(found.proof).toEqual({ kind: "proved" });
    }
  });

  it("a frontier is proved from end to end", { timeout: 60_000 }, () => {
    const points = valueOf(frontier(model, auckland, { objective: "coverage", points: 6 }, solver));
    expect(points).toHaveLength(6);
    for (const { budget, ...found } of points) {
      expect(found.proof).toEqual({ kind: "proved" });
      expect(found).toEqual(valueOf(bestUse(model, auckland, { budget, objective: "coverage" }, solver)));
    }
  });

  it("a plan is the same whether the rise is of all cities or of each", () => {
    const each: Scenario = { levers: cities.map((city) => rise(city, 0.1)) };
    const all: Scenario = { levers: [rise("all", 0.1)] };
    const options = { budget: 1_500_000, objective: "coverage" as const };
    expect(valueOf(bestUse(model, each, options, solver))).toEqual(
      valueOf(bestUse(model, all, options, solver)),
    );
  });
});

describe("what cannot be proved", () => {
  const thirty = { social: 30, cultural: 30, legal: 30, political: 30, economic: 30 };

  it("is said with a bound that holds, and the plan does what it promises", { timeout: 60_000 }, () => {
    const scenario: Scenario = {
      levers: [rise("auckland", 0.1), rise("rotterdam", 0.1)],
      target: { kind: "own", initiatives: thirty },
    };
    const limits = { leaveOut: cities.filter((city) => city !== "auckland" && city !== "rotterdam") };
    const options = { budget: 2_000_000, objective: "coverage" as const, limits };
    const { proof, simulated, planned } = valueOf(bestUse(firstModel, scenario, options, solver));
    expect(planned).toEqual(simulated);
    expect(simulated.public).toBeLessThanOrEqual(2_000_000);
    if (proof.kind !== "level") throw new Error(`not expected to be ${proof.kind}`);
    const ground = valueOf(groundOf(firstModel, scenario));
    for (const city of ["auckland", "rotterdam"])
      for (const [d, dimension] of dimensions.entries()) {
        const initiatives = Math.min(20, Math.floor(2e6 / ground.cost.public[cities.indexOf(city) * D + d]!));
        const plan = planLevers([{ city, dimension, initiatives }]);
        const after = lastOf({ ...scenario, levers: [...scenario.levers, ...plan] }, firstModel);
        expect(after.coverage).toBeLessThanOrEqual(proof.bound);
      }
    expect(proof.bound).toBeGreaterThan(simulated.coverage);
    expect(proof.bound).toBeLessThan(simulated.coverage + 0.05);

    const goal = simulated.coverage;
    const least = valueOf(leastMoney(firstModel, scenario, { coverage: goal, limits }, solver));
    expect(least.simulated.coverage).toBeGreaterThanOrEqual(goal - 1e-9);
    if (least.proof.kind !== "money") throw new Error(`not expected to be ${least.proof.kind}`);
    expect(least.proof.bound).toBeLessThanOrEqual(2_000_000);
    expect(least.proof.bound).toBeGreaterThan(1_000_000);
  });

  it("takes plans together of which the last does most and the first can be had", () => {
    const ground = valueOf(groundOf(model, { levers: [rise("all", 0.1)], target: { kind: "best" } }));
    const room = Array.from(ground.initiatives, () => 20);
    const whole = cityPlans(ground, room);
    const few = cityPlans(ground, room, 2000);
    expect(few.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(2000);
    few.forEach((some, i) => {
      const all = whole[i]!;
      expect(all.first).toBe(all.last);
      // Every plan lies in one of those taken together, between its ends.
      for (let plan = 0; plan < all.count; plan += 37) {
        const x = all.first.subarray(plan * D, plan * D + D);
        const held = Array.from({ length: some.count }, (_, box) => box).filter((box) =>
          x.every((n, d) => n >= some.first[box * D + d]! && n <= some.last[box * D + d]!),
        );
        expect(held).toHaveLength(1);
        for (let d = 0; d < D; d++) {
          const kappa = all.kappa[plan * D + d]!;
          expect(some.kappa[held[0]! * D + d]).toBeLessThanOrEqual(kappa + 1e-12);
          expect(some.kappaOfLast[held[0]! * D + d]).toBeGreaterThanOrEqual(kappa - 1e-12);
        }
      }
    });
  });
});
