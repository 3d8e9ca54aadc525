import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import type { Outcome } from "../../src/model/outcome.js";
import { bestUse } from "../../src/model/search/best-use.js";
import { planLevers } from "../../src/model/search/found.js";
import { frontier } from "../../src/model/search/frontier.js";
import type { Solver } from "../../src/model/search/integer-program.js";
import { eachCity } from "../../src/model/levers/every-city.js";
import { leastMoney } from "../../src/model/search/least-money.js";
import { tieWeights } from "../../src/model/search/tie-weights.js";
import type { Scenario } from "../../src/model/scenario.js";
import { simulate } from "../../src/model/simulate.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { anySearch } from "../support/model/any-search.js";
import { model, valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const nothing: Scenario = { levers: [] };
const lastOf = (scenario: Scenario, of = model) => valueOf(simulate(of, scenario)).years.at(-1)!;
const faultOf = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.faults[0]);
const wordsOf = (outcome: Outcome<unknown>) => (outcome.ok ? "" : faultsWords(outcome.faults));

describe("a plan on the real evidence", () => {
  it("of €2 million spends at most that, and comes true when its levers are applied", () => {
    const found = valueOf(bestUse(model, nothing, { budget: 2e6, objective: "coverage" }, solver));
    const after = lastOf({ levers: planLevers(found.plan) });
    const before = lastOf(nothing);
    expect(found.proof).toEqual({ kind: "proved" });
    expect(after.coverage).toBeCloseTo(found.planned.coverage, 9);
    expect(after.cost.public - before.cost.public).toBeCloseTo(found.planned.public, 2);
    expect(found.planned.public).toBeLessThanOrEqual(2e6);
    expect(found.planned.coverage).toBeGreaterThan(before.coverage + 0.1);
  });

  it("is the same however often and after whatever it is asked for", () => {
    const ask = () => valueOf(bestUse(model, nothing, { budget: 3e6, objective: "weakest-city" }, solver));
    const first = ask();
    valueOf(leastMoney(model, nothing, { coverage: 0.9 }, solver));
    expect(ask()).toEqual(first);
  });

  it("pays for every city what each asks for", () => {
    const all = valueOf(
      leastMoney(model, nothing, { coverage: 0.7, city: eachCity, money: "total" }, solver),
    );
    expect(Math.min(...all.simulated.cities)).toBeGreaterThanOrEqual(0.7 - 1e-9);
    const one = valueOf(leastMoney(model, nothing, { coverage: 0.8, city: "kuala-lumpur" }, solver));
    expect(new Set(one.plan.map(({ city }) => city))).toEqual(new Set(["kuala-lumpur"]));
  });

  it("costs what public money pays, less what is handed over to private partners", () => {
    const turned: Scenario = { levers: [{ kind: "turned", city: "all", share: 1 }] };
    const found = valueOf(bestUse(model, turned, { budget: 2e6, objective: "coverage" }, solver));
    expect(found.planned.public).toBeCloseTo(found.simulated.public, 2);
    const plain = valueOf(bestUse(model, nothing, { budget: 2e6, objective: "coverage" }, solver));
    const started = (plan: typeof found.plan) => plan.reduce((sum, { initiatives }) => sum + initiatives, 0);
    expect(started(found.plan)).toBeGreaterThan(started(plain.plan));
  });

  it("starts from the scenario as it stands", () => {
    const cut: Scenario = { levers: [{ kind: "funding", city: "rotterdam", change: -1 }] };
    const found = valueOf(leastMoney(model, cut, { coverage: lastOf(nothing).coverage }, solver));
    expect(found.planned.coverage).toBeGreaterThanOrEqual(lastOf(nothing).coverage - 1e-9);
    expect(found.plan.length).toBeGreaterThan(0);
    expect(valueOf(leastMoney(model, nothing, { coverage: 0.1 }, solver)).plan).toEqual([]);
  });
});

describe("frontier", () => {
  it("rises, and each of its points is the best use of its budget", { timeout: 60_000 }, () => {
    for (const objective of ["coverage", "weakest-city"] as const) {
      const points = valueOf(frontier(model, nothing, { objective }, solver));
      expect(points).toHaveLength(40);
      expect(points[0]).toMatchObject({ budget: 0, plan: [] });
      const level = ({ planned }: (typeof points)[number]) =>
        objective === "coverage" ? planned.coverage : planned.weakestCity.coverage;
      for (const [i, point] of points.entries()) {
        if (i > 0) expect(level(point)).toBeGreaterThanOrEqual(level(points[i - 1]!) - 1e-7);
        if (i % 4 !== 1) continue;
        const { budget, ...found } = point;
        expect(found).toEqual(valueOf(bestUse(model, nothing, { budget, objective }, solver)));
      }
      expect(level(points.at(-1)!)).toBeCloseTo(1, 9);
    }
  });

  it("is the best use of each budget in any case", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anySearch, ({ model, scenario, money, limits, objective }) => {
        const outcome = frontier(model, scenario, { objective, money, limits, points: 5 }, solver);
        if (!outcome.ok) return void expect(outcome.faults[0]!.kind).toBe("limits-contradict");
        expect(outcome.value.length).toBeGreaterThan(0);
        for (const { budget, ...found } of outcome.value)
          expect(found).toEqual(
            valueOf(bestUse(model, scenario, { budget, objective, money, limits }, solver)),
          );
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe("a search that cannot be met", () => {
  it("names the least that costs more than the budget, and what it costs", () => {
    const limits = { dimensions: { legal: { least: 2 } } };
    const outcome = bestUse(
      smallModel,
      nothing,
      { budget: 100_000, objective: "coverage", money: "total", limits },
      solver,
    );
    expect(faultOf(outcome)).toEqual({
      kind: "budget-too-small",
      required: [{ kind: "least", initiatives: 2, dimension: "legal" }],
      money: "total",
      budget: 100_000,
      field: "budget",
      best: 600_000,
    });
    expect(wordsOf(outcome)).toBe(
      "what must start (at least 2 legal) costs at least €600,000 a year, more than the budget of €100,000",
    );
  });

  it("names limits that exclude one another", () => {
    const limits = {
      cities: { north: { least: 3 } },
      eachMost: 2,
      excluded: ["social", "cultural", "legal", "political"].map((dimension) => ({
        city: "north",
        dimension: dimension as "social",
      })),
    };
    const outcome = bestUse(smallModel, nothing, { budget: 1e9, objective: "coverage", limits }, solver);
    expect(faultOf(outcome)).toMatchObject({ kind: "limits-contradict" });
    expect(wordsOf(outcome)).toContain("at least 3 in North");
    expect(wordsOf(outcome)).toContain("at most 2 per city and dimension");
    expect(wordsOf(outcome)).toContain("no social ones in North");
  });

  it("names what keeps a target out of reach, and the most that can be had", () => {
    const target = {
      kind: "own" as const,
      initiatives: { social: 9, cultural: 9, legal: 9, political: 9, economic: 9 },
    };
    const ask = (limits: object) =>
      leastMoney(smallModel, { levers: [], target }, { coverage: 1, city: "north", limits }, solver);
    const barred = ask({ excluded: [{ city: "north", dimension: "legal" }] });
    const north = { id: "north", name: "North" };
    expect(faultOf(barred)).toEqual({
      kind: "target-unreachable",
      city: north,
      coverage: 1,
      enough: [{ kind: "excluded", city: north, dimension: "legal" }],
      some: [],
      limited: true,
      field: "coverage",
      best: expect.closeTo((4 + 1 / 9) / 5, 12),
    });
    expect(wordsOf(barred)).toBe(
      "a coverage of North of 100.0 % cannot be reached: 82.2 % is the most; it could be reached without any one of these limits: no legal ones in North",
    );
    expect(wordsOf(ask({ cities: { north: { most: 3 } }, leaveOut: ["south"] }))).toMatch(
      /it could be reached without any one of these limits: at most 3 in North$/,
    );
    const both = ask({
      excluded: [
        { city: "north", dimension: "legal" },
        { city: "north", dimension: "political" },
      ],
    });
    expect(wordsOf(both)).toMatch(
      /each of these limits holds it back, and lifting one alone is not enough: no legal ones in North; no political ones in North$/,
    );
    const together = ask({
      cities: { north: { most: 28 } },
      excluded: [{ city: "north", dimension: "legal" }],
    });
    expect(wordsOf(together)).toMatch(/all limits together hold it back$/);
  });

  it("names the lever's own maximum where nothing else binds", () => {
    const target = {
      kind: "own" as const,
      initiatives: { social: 50, cultural: 9, legal: 9, political: 9, economic: 9 },
    };
    const outcome = leastMoney(smallModel, { levers: [], target }, { coverage: 1 }, solver);
    expect(wordsOf(outcome)).toMatch(/20 new initiatives at most$/);
  });

  it.each([
    [{ budget: -1 }, "out-of-range"],
    [{ budget: Number.NaN }, "out-of-range"],
    [{ objective: "beauty" }, "unknown-objective"],
    [{ money: "gold" }, "unknown-money"],
    [{ limits: { cities: { paris: { most: 1 } } } }, "city-without-mapping"],
    [{ limits: { cities: { atlantis: { most: 1 } } } }, "unknown-city"],
    [{ limits: { cities: { lisbon: { least: 2, most: 1 } } } }, "bounds-contradict"],
    [{ limits: { cities: { lisbon: { least: 0.5 } } } }, "out-of-range"],
    [{ limits: { dimensions: { housing: { most: 1 } } } }, "unknown-dimension"],
    [{ limits: { excluded: [{ city: "lisbon", dimension: "housing" }] } }, "unknown-dimension"],
    [{ limits: { eachMost: 21 } }, "out-of-range"],
    [{ limits: { leaveOut: ["paris"] } }, "city-without-mapping"],
    [{ limits: { leaveOut: model.baseline.cities } }, "every-city-left-out"],
    [{ limits: null }, "limits-not-read"],
    [{ limits: "none" }, "limits-not-read"],
    [{ limits: [] }, "limits-not-read"],
    [{ limits: { cities: null } }, "limits-not-read"],
    [{ limits: { cities: { lisbon: null } } }, "limits-not-read"],
    [{ limits: { dimensions: [] } }, "limits-not-read"],
    [{ limits: { dimensions: { legal: null } } }, "limits-not-read"],
    [{ limits: { excluded: null } }, "limits-not-read"],
    [{ limits: { excluded: [null] } }, "limits-not-read"],
    [{ limits: { leaveOut: "lisbon" } }, "limits-not-read"],
    [{ limits: { leaveOut: [null] } }, "unknown-city"],
    [{ limits: { eachMost: null } }, "out-of-range"],
    [{ limits: { cities: { lisbon: { least: null } } } }, "out-of-range"],
    [{ limits: { cities: { lisbon: { most: null } } } }, "out-of-range"],
    [{ money: null }, "unknown-money"],
  ])("with %j says %s", (wrong, kind) => {
    const options = { budget: 1e6, objective: "coverage" as const, ...wrong } as Parameters<
      typeof bestUse
    >[2];
    expect(faultOf(bestUse(model, nothing, options, solver))?.kind).toBe(kind);
  });

  it("says so where the solver gives up, and closes it", () => {
    let closed = 0;
    const slow: Solver = () => ({
      bound: () => {},
      solve: () => ({ status: "stopped" as const }),
      close: () => void closed++,
    });
    const outcome = bestUse(model, nothing, { budget: 1e6, objective: "coverage" }, slow);
    expect(faultOf(outcome)?.kind).toBe("search-stopped");
    expect(closed).toBe(1);
  });
});

describe("tieWeights", () => {
  it("are the square roots of the primes", () => {
    expect([...tieWeights(6)].map((weight) => Math.round(weight ** 2))).toEqual([2, 3, 5, 7, 11, 13]);
    expect(Math.round(tieWeights(40)[39]! ** 2)).toBe(173);
  });
});
