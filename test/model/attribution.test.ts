import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultWords } from "../../src/components/fault-words.js";
import { attribution } from "../../src/model/attribution.js";
import { compareVersions } from "../../src/model/compare-versions.js";
import { lastYear } from "../../src/model/last-year.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import type { Measure } from "../../src/model/measure.js";
import { sensitivity } from "../../src/model/sensitivity.js";
import { shapley } from "../../src/model/shapley.js";
import { anyScenario } from "../support/model/any-scenario.js";
import { model, valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

const measures: Measure[] = [
  { kind: "coverage" },
  { kind: "total" },
  { kind: "public" },
  { kind: "private" },
];
const anyMeasure = fc.constantFrom(...measures);
/** Rounding grows with the size of the numbers: costs are in euros. */
const slack = (...values: number[]) => 1e-9 * Math.max(1, ...values.map(Math.abs));

describe("shapley(players, value)", () => {
  it("solves the glove game by hand: the one left glove takes 2/3, the two right ones 1/6 each", () => {
    const worth = (set: number) => (set & 1 && set & 6 ? 1 : 0);
    shapley(3, worth).forEach((share, i) => expect(share).toBeCloseTo([2 / 3, 1 / 6, 1 / 6][i]!, 12));
  });

  it("is the mean over all orders, for any game", () => {
    const orders = (left: number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((first) =>
            orders(left.filter((other) => other !== first)).map((rest) => [first, ...rest]),
          );
    const worths = fc
      .integer({ min: 0, max: 5 })
      .chain((n) =>
        fc.tuple(
          fc.constant(n),
          fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2 ** n, maxLength: 2 ** n }),
        ),
      );
    fc.assert(
      fc.property(worths, ([n, worth]) => {
        const all = orders(Array.from({ length: n }, (_, i) => i));
        const sums = new Array<number>(n).fill(0);
        for (const order of all) {
          let set = 0;
          for (const player of order) {
            sums[player]! += worth[set | (1 << player)]! - worth[set]!;
            set |= 1 << player;
          }
        }
        shapley(n, (set) => worth[set]!).forEach((share, i) =>
          expect(share).toBeCloseTo(sums[i]! / all.length, 9),
        );
      }),
    );
  });
});

describe("attribution(model, scenario, measure)", () => {
  it("splits by hand: two levers that each close the same gap share it", () => {
    // North lacks 2 of 6 social initiatives, a fifteenth of its coverage and a thirtieth of all.
    const lever: Lever = { kind: "initiatives", city: "north", dimension: "social", initiatives: 2 };
    const { before, after, levers } = valueOf(
      attribution(smallModel, { levers: [lever, { ...lever, initiatives: 20 }] }, { kind: "coverage" }),
    );
    expect(after - before).toBeCloseTo(1 / 30, 12);
    levers.forEach((share) => expect(share).toBeCloseTo(1 / 60, 12));
  });

  it("sums to the change, for every measure, and gives nothing to a lever at 0", () => {
    fc.assert(
      fc.property(anyScenario, anyMeasure, ({ model, scenario }, measure) => {
        const levers: Lever[] = [...scenario.levers, { kind: "funding", city: "all", change: 0 }];
        const found = valueOf(attribution(model, { ...scenario, levers }, measure));
        const sum = found.levers.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum - (found.after - found.before))).toBeLessThanOrEqual(
          slack(found.before, found.after),
        );
        expect(Math.abs(found.levers.at(-1)!)).toBeLessThanOrEqual(slack(found.after));
        expect(found.after).toBe(valueOf(lastYear(model, scenario, measure)));
      }),
    );
  });

  it("follows its levers into another order", () => {
    fc.assert(
      fc.property(anyScenario, anyMeasure, ({ model, scenario }, measure) => {
        const there = valueOf(attribution(model, scenario, measure)).levers;
        const back = valueOf(
          attribution(model, { ...scenario, levers: [...scenario.levers].reverse() }, measure),
        );
        expect(back.levers.reverse()).toEqual(there);
      }),
    );
  });

  it("is the same as enumerating all levers at once, without going city by city", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const measure: Measure = { kind: "coverage" };
        const whole = shapley(scenario.levers.length, (set) =>
          valueOf(
            lastYear(
              model,
              { ...scenario, levers: scenario.levers.filter((_, i) => set & (1 << i)) },
              measure,
            ),
          ),
        );
        valueOf(attribution(model, scenario, measure)).levers.forEach((share, i) =>
          expect(share).toBeCloseTo(whole[i]!, 9),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("splits forty levers over eight cities, and refuses more than twelve on one", () => {
    const one = (city: string, initiatives: number): Lever => ({
      kind: "initiatives",
      city,
      dimension: "political",
      initiatives,
    });
    const many = model.baseline.cities.flatMap((city) => [1, 2, 3, 4, 5].map((n) => one(city, n / 10)));
    expect(attribution(model, { levers: many }, { kind: "coverage" }).ok).toBe(true);
    const crowd = Array.from({ length: 13 }, (_, n) => one("lisbon", n));
    const outcome = attribution(model, { levers: crowd }, { kind: "coverage" });
    expect(outcome.ok ? [] : outcome.faults.map(faultWords)).toEqual([
      "13 levers act on Lisbon; the change can be split among 12 at most",
    ]);
  });
});

describe("compareVersions(a, b, measure)", () => {
  it("splits a difference into choices, assumptions and data, and sums to it", () => {
    const a = { model: smallModel, scenario: { levers: [] } };
    const revised = { ...smallModel.baseline, initiatives: smallModel.baseline.initiatives.with(0, 5) };
    const b = {
      model: { ...smallModel, baseline: revised },
      scenario: {
        levers: [{ kind: "funding" as const, city: "north", change: -1 }],
        overrides: { "pass-through": { central: 1 } },
      },
    };
    for (const measure of measures) {
      const { before, after, choices, assumptions, data } = valueOf(compareVersions(a, b, measure));
      expect(Math.abs(choices + assumptions + data - (after - before))).toBeLessThanOrEqual(
        slack(before, after),
      );
    }
    const { choices, assumptions } = valueOf(compareVersions(a, b, { kind: "coverage", city: "north" }));
    expect(choices).toBeLessThan(0);
    // That more of a cut is lost counts only where there is one: half the time.
    expect(assumptions).toBeLessThan(0);
  });

  it("finds no difference between a version and itself", () => {
    const version = { model, scenario: { levers: [{ kind: "turned" as const, city: "all", share: 1 }] } };
    const found = valueOf(compareVersions(version, version, { kind: "public" }));
    expect([found.choices, found.assumptions, found.data]).toEqual([0, 0, 0]);
  });
});

describe("compareVersions(a, b, measure), of a version that is not sound", () => {
  it("names each problem once", () => {
    const sound = { model: smallModel, scenario: { levers: [] } };
    const broken = { model: smallModel, scenario: { levers: [], horizon: 99 } };
    const outcome = compareVersions(sound, broken, { kind: "coverage" });
    expect(outcome.ok ? [] : outcome.faults.map(({ field }) => field)).toEqual(["horizon"]);
  });
});

describe("sensitivity(model, scenario, measure)", () => {
  const cut = { levers: [{ kind: "funding" as const, city: "north", change: -1 }] };

  it("moves one assumption at a time, the widest first", () => {
    const { central, swings } = valueOf(sensitivity(smallModel, cut, { kind: "coverage", city: "north" }));
    // K = (17/6 (1 − publicShare · passThrough) + 1) / 5
    const coverage = (lost: number) => ((17 / 6) * (1 - lost) + 1) / 5;
    expect(central).toBeCloseTo(coverage(0.25), 12);
    expect(swings.slice(0, 2).map(({ assumption }) => assumption)).toEqual([
      "pass-through",
      "public-share-north",
    ]);
    const [first, second, ...rest] = swings;
    expect(first!.atLow).toBeCloseTo(coverage(0.5 * 0.25), 12);
    expect(first!.atHigh).toBeCloseTo(coverage(0.5 * 1), 12);
    expect(second!.atLow).toBeCloseTo(coverage(0.25 * 0.5), 12);
    for (const { atLow, atHigh } of rest) expect(atLow).toBe(atHigh);
    // What is fixed has no bar.
    expect(swings.map(({ assumption }) => assumption)).not.toContain("cost-political");
  });

  it("of a change is 0 without levers, whatever the assumptions", () => {
    const { central, swings } = valueOf(
      sensitivity(model, { levers: [] }, { kind: "total" }, { change: true }),
    );
    expect(central).toBe(0);
    for (const { atLow, atHigh } of swings) expect([atLow, atHigh]).toEqual([0, 0]);
  });
});
