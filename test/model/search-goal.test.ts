import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultWords } from "../../src/components/fault-words.js";
import type { FaultOf } from "../../src/model/fault.js";
import { dimensions } from "../../src/model/names.js";
import { leverKinds, type Lever } from "../../src/model/levers/lever-kinds.js";
import type { Model } from "../../src/model/model.js";
import type { Scenario } from "../../src/model/scenario.js";
import { goalSeek, stepsOf, type GoalSeekOptions } from "../../src/model/search/goal-seek.js";
import { simulate } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { anyLever, anyScenario } from "../support/model/any-scenario.js";
import { model, valueOf } from "../support/model/real-model.js";

const funding = (city: string): Lever => ({ kind: "funding", city, change: 0 });
const lastOf = (of: Model, scenario: Scenario) => valueOf(simulate(of, scenario)).years.at(-1)!;
const shift = (lever: Lever, steps: number): Lever => {
  const { field, step } = leverKinds[lever.kind];
  const value = (lever as unknown as Record<string, number>)[field]! + steps * step;
  return Object.assign({}, lever, { [field]: Math.round(value * 100) / 100 });
};

describe("goalSeek", () => {
  it("finds the deepest cut that keeps coverage, on the slider's steps", () => {
    const goal = 0.7;
    const sought = valueOf(
      goalSeek(model, { levers: [] }, { lever: funding("all"), measure: { kind: "coverage" }, goal }),
    );
    expect(sought.side).toBe("at least");
    expect(lastOf(model, { levers: [sought.lever] }).coverage).toBeGreaterThanOrEqual(goal);
    expect(lastOf(model, { levers: [shift(sought.lever, -1)] }).coverage).toBeLessThan(goal);
    expect(sought.reached.value).toBeCloseTo(lastOf(model, { levers: [sought.lever] }).coverage, 12);
  });

  it("finds the dearest rise within a public budget", () => {
    const before = lastOf(model, { levers: [] }).cost.public;
    const sought = valueOf(
      goalSeek(
        model,
        { levers: [] },
        { lever: funding("all"), measure: { kind: "public" }, goal: before * 1.104 },
      ),
    );
    expect(sought).toMatchObject({ side: "at most", value: 0.1 });
  });

  it("keeps to a goal with a chance, under the draws that uncertainty makes", () => {
    const options: GoalSeekOptions = {
      lever: funding("all"),
      measure: { kind: "coverage" },
      goal: 0.7,
      chance: 0.9,
      draws: 500,
      seed: 5,
    };
    const sought = valueOf(goalSeek(model, { levers: [] }, options));
    const chanceOf = (lever: Lever) =>
      valueOf(uncertainty(model, { levers: [lever] }, { draws: 500, seed: 5, goals: [{ coverage: 0.7 }] }))
        .chances[0]!;
    expect(sought.reached.share).toBe(chanceOf(sought.lever));
    expect(chanceOf(sought.lever)).toBeGreaterThanOrEqual(0.9);
    expect(chanceOf(shift(sought.lever, -1))).toBeLessThan(0.9);
    expect(sought.value).toBeGreaterThan(
      valueOf(goalSeek(model, { levers: [] }, { ...options, chance: undefined })).value,
    );
  });

  it("seeks whole numbers of initiatives, of a lever that stands among others", () => {
    const place = model.baseline.cities.indexOf("rotterdam");
    const before = lastOf(model, { levers: [] }).cities[place]!;
    const dimension = dimensions.find((_, d) => before.coverage[d]! < 0.7)!;
    const scenario: Scenario = {
      levers: [
        { kind: "turned", city: "rotterdam", share: 0.3 },
        { kind: "initiatives", city: "rotterdam", dimension, initiatives: 20 },
      ],
    };
    const measure = { kind: "coverage" as const, city: "rotterdam" };
    const goal = before.cityCoverage + 0.03;
    const { lever, value, side } = valueOf(goalSeek(model, scenario, { lever: 1, measure, goal }));
    expect(Number.isInteger(value)).toBe(true);
    expect(side).toBe("at least");
    const coverage = (lever: Lever) =>
      lastOf(model, { levers: [scenario.levers[0]!, lever] }).cities[place]!.cityCoverage;
    expect(coverage(lever)).toBeGreaterThanOrEqual(goal);
    expect(coverage(shift(lever, -1))).toBeLessThan(goal);
  });

  it("says where every value keeps to the goal, and where none does with the best there is", () => {
    const lever: Lever = { kind: "turned", city: "lisbon", share: 0 };
    const measure = { kind: "coverage" as const };
    const any = valueOf(goalSeek(model, { levers: [] }, { lever, measure, goal: 0.1 }));
    expect(any).toMatchObject({ side: "any" });
    const none = goalSeek(model, { levers: [] }, { lever: funding("lisbon"), measure, goal: 0.99 });
    const best = lastOf(model, { levers: [{ kind: "funding", city: "lisbon", change: 1 }] }).coverage;
    expect(none).toMatchObject({ ok: false, faults: [{ kind: "goal-unreachable", field: "change" }] });
    if (none.ok) return;
    const fault = none.faults[0] as FaultOf<"goal-unreachable">;
    expect(fault.best).toBeCloseTo(best, 12);
    expect(faultWords(fault)).toBe(
      `no value of “Change of public funding” brings a coverage of 99.0 %: at best, at +100 %, it gives a coverage of ${(best * 100).toFixed(1)} %`,
    );
    const dear = goalSeek(model, { levers: [] }, { lever, measure: { kind: "public" }, goal: 1 });
    expect(dear.ok ? "" : faultWords(dear.faults[0]!)).toMatch(
      /^no value of “Third–public partnerships turned public–private” brings public money down to €1 a year: at best, at 100 %, it gives €[\d,]+ a year$/,
    );
  });

  it("says of a lever that never acts that no value does anything, not which does best", () => {
    const measure = { kind: "coverage" as const };
    const late: Lever = { kind: "funding", city: "all", change: 0, start: 9 };
    const before = lastOf(model, { levers: [] }).coverage;
    const faultFor = (options: Partial<GoalSeekOptions>) => {
      const outcome = goalSeek(model, { levers: [] }, { lever: late, measure, goal: 0.99, ...options });
      return outcome.ok ? undefined : outcome.faults[0];
    };
    expect(faultFor({})).toMatchObject({ kind: "goal-unreachable", at: null, best: before });
    expect(faultFor({ chance: 0.5, draws: 50 })).toMatchObject({ at: null, best: 0 });
    expect(faultFor({ lever: funding("all") })).toMatchObject({ at: 1 });
    // It does what it does where another city is asked about.
    expect(faultFor({ lever: funding("lisbon"), measure: { ...measure, city: "rotterdam" } })).toMatchObject({
      at: null,
    });
  });

  it.each([
    [{ lever: 3 }, "no-such-lever"],
    [{ lever: { kind: "funding", city: "paris", change: 0 } }, "city-without-mapping"],
    [{ lever: { kind: "practice", city: "lisbon", practice: "elm" } }, "no-amount"],
    [{ measure: { kind: "inequality" } }, "unknown-goal"],
    [{ measure: { kind: "coverage", city: "atlantis" } }, "unknown-city"],
    [{ goal: 1.2 }, "out-of-range"],
    [{ goal: Number.NaN }, "out-of-range"],
    [{ chance: 2 }, "out-of-range"],
    [{ chance: 0.5, draws: 0 }, "out-of-range"],
  ])("with %j says %s", (wrong, kind) => {
    const options = { lever: funding("all"), measure: { kind: "coverage" }, goal: 0.6, ...wrong };
    const elm = { name: "Elm", dimensions: ["legal" as const], cost: null, city: null };
    const here = { ...model, practices: new Map([["elm", elm]]) };
    const outcome = goalSeek(here, { levers: [] }, options as GoalSeekOptions);
    expect(outcome).toMatchObject({ ok: false, faults: [{ kind }] });
  });

  it("agrees with trying every step, whatever the scenario", { timeout: 60_000 }, () => {
    const any = anyScenario.chain(({ model, scenario }) =>
      fc.record({
        model: fc.constant(model),
        scenario: fc.constant(scenario),
        lever: anyLever(model.baseline.cities, []),
        kind: fc.constantFrom("coverage" as const, "public" as const, "total" as const),
        city: fc.option(fc.constantFrom(...model.baseline.cities), { nil: undefined }),
        share: fc.integer({ min: -1, max: 11 }),
      }),
    );
    let found = 0;
    fc.assert(
      fc.property(any, ({ model, scenario, lever, kind, city, share }) => {
        const { field } = leverKinds[lever.kind];
        const place = city === undefined ? -1 : model.baseline.cities.indexOf(city);
        const tried = stepsOf(leverKinds[lever.kind]).map((value) => {
          const levers = [...scenario.levers, Object.assign({}, lever, { [field]: value })];
          const last = lastOf(model, { ...scenario, levers });
          const one = last.cities[place];
          const measured =
            kind === "coverage" ? (one?.cityCoverage ?? last.coverage) : (one?.cost[kind] ?? last.cost[kind]);
          return { value, measured };
        });
        const values = tried.map(({ measured }) => measured);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const goal = Math.max(0, low + ((high - low) * share) / 10);
        if (kind === "coverage" && goal > 1) return;
        const hair = 1e-9 * Math.max(1, goal);
        const keep = tried.filter(({ measured }) =>
          kind === "coverage" ? measured >= goal - 1e-9 : measured <= goal + hair,
        );
        // Where a step lies within rounding of the goal, sums in another order may fall on the other side of it.
        if (tried.some(({ measured }) => Math.abs(measured - goal) < 3 * hair && measured !== goal)) return;
        const measure = { kind, ...(city === undefined ? {} : { city }) };
        const outcome = goalSeek(model, scenario, { lever, measure, goal });
        if (keep.length === 0) return void expect(outcome.ok).toBe(false);
        const { side, value } = valueOf(outcome);
        if (side !== "any") found++;
        if (side === "any") expect(keep).toHaveLength(tried.length);
        else if (side === "at least") expect(keep).toEqual(tried.filter((step) => step.value >= value));
        else expect(keep).toEqual(tried.filter((step) => step.value <= value));
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(found).toBeGreaterThan(25);
  });
});
