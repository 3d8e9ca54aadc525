import { createHash } from "node:crypto";
import { mean } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assumption } from "../../src/model/assumptions.js";
import { quantileFunction } from "../../src/model/distribution.js";
import { drawAssumptions, fnv1a } from "../../src/model/draws.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { bandOf } from "../../src/model/percentiles.js";
import type { Scenario } from "../../src/model/scenario.js";
import { simulate } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { anyScenario } from "../support/model/any-scenario.js";
import { model, valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

const sha256 = (bytes: NodeJS.ArrayBufferView | string) => createHash("sha256").update(bytes).digest("hex");

const cut: Lever = { kind: "funding", city: "north", change: -1 };
const everything: Scenario = {
  levers: [
    cut,
    { kind: "funding", city: "south", change: 0.4, spend: "gap-first", start: 0, ramp: 3 },
    { kind: "initiatives", city: "all", dimension: "political", initiatives: 2 },
    { kind: "turned", city: "all", share: 0.5, start: 2 },
  ],
  target: { kind: "best" },
};

describe("drawAssumptions(assumptions, n, seed)", () => {
  const place = (id: string) => smallModel.assumptions.findIndex((one) => one.id === id);

  it("gives the same bytes on every machine: MT19937, 53 bits, √ alone", () => {
    const bytes = drawAssumptions(smallModel.assumptions, 1000, 1).map((values) => sha256(values));
    // The whole of it, and three by name, so that a change says what it changed.
    expect(sha256(bytes.join())).toMatchInlineSnapshot(
      `"a23f03dd92f07bc0d75e8afd40627d790b1297d32e0d788de8d861dcbb92cb8d"`,
    );
    expect(bytes[0]).toMatchInlineSnapshot(
      `"f63047c7ca102c9ec5070fc7f3c0a9712595222e04e511ead184cfc52e51c21e"`,
    );
    expect(bytes[place("discount-rate")]).toMatchInlineSnapshot(
      `"25eea800bdeba4a51bb30952cfa69d775ecf5931365f6feb6414eb7d9ebadb53"`,
    );
    expect(bytes[place("pass-through")]).toMatchInlineSnapshot(
      `"69ad2b6bb615a5a1b00502d24692393cff93a72e5904cf2e33f7f3fef9ed6f33"`,
    );
  });

  it("draws an assumption alike whatever stands beside it, and no two alike", () => {
    const all = drawAssumptions(smallModel.assumptions, 50, 7);
    smallModel.assumptions.forEach((assumption, i) =>
      expect(drawAssumptions([assumption], 50, 7)[0]).toEqual(all[i]),
    );
    expect(new Set(model.assumptions.map(({ id }) => fnv1a(id))).size).toBe(model.assumptions.length);
    const unit = { low: 0, central: 0.5, high: 1, distribution: "uniform" as const };
    const alike = model.assumptions.map((assumption): Assumption => ({ ...assumption, ...unit }));
    const firsts = drawAssumptions(alike, 1, 1).map(([value]) => value);
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it("draws independently what shares no factor: no two of the others go together", () => {
    const unit = { low: 0, central: 0.5, high: 1, distribution: "uniform" as const };
    const n = 4000;
    const drawn = drawAssumptions(
      model.assumptions.map((assumption) => ({ ...assumption, ...unit })),
      n,
      3,
    );
    const group = (i: number) => /^(cost|public-share)-/.exec(model.assumptions[i]!.id)?.[1];
    for (let a = 0; a < drawn.length; a++)
      for (let b = 0; b < a; b++) {
        if (group(a) !== undefined && group(a) === group(b)) continue;
        const together = mean(drawn[a]!, (u, i) => (u - 0.5) * (drawn[b]![i]! - 0.5))! * 12;
        // Five standard errors of a correlation of 0.
        expect(Math.abs(together)).toBeLessThan(5 / Math.sqrt(n));
      }
  });

  it("knows FNV-1a as published", () => {
    expect([fnv1a(""), fnv1a("a"), fnv1a("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });
});

describe("percentiles against closed forms", () => {
  const n = 10_000;
  /** Five standard errors of a percentile, in shares: √(p (1 − p) / n). */
  const slack = (p: number) => 5 * Math.sqrt((p * (1 - p)) / n);

  it.each(["uniform", "triangular", "log-triangular"] as const)("of one %s assumption", (distribution) => {
    const assumption: Assumption = {
      ...{ id: "cost-social", name: "", unit: "", evidence: "assumed" },
      ...{ low: 10, central: 30, high: 120, distribution },
    };
    const quantile = quantileFunction(assumption);
    const { p10, p50, p90 } = bandOf(drawAssumptions([assumption], n, 5)[0]!);
    [
      [p10, 0.1],
      [p50, 0.5],
      [p90, 0.9],
    ].forEach(([found, p]) => {
      expect(found).toBeGreaterThan(quantile(p! - slack(p!)));
      expect(found).toBeLessThan(quantile(p! + slack(p!)));
    });
  });

  it("of coverage after a cut, where only the part that is lost is uncertain", () => {
    // North, all money gone, publicShare fixed at ½, passThrough uniform on [0, 1]: every count is
    // n₀ (1 − u/2), so that K = (11/6 (1 − u/2) + (1 − u/2) + 1) / 5 falls in a straight line with u.
    const fixed = (id: string, central: number) => ({ id, low: central, central, high: central });
    const assumptions = smallModel.assumptions.map((assumption): Assumption =>
      assumption.id === "pass-through"
        ? { ...assumption, low: 0, central: 0.5, high: 1, distribution: "uniform" }
        : { ...assumption, ...fixed(assumption.id, assumption.central), distribution: "fixed" },
    );
    const found = valueOf(
      uncertainty(
        { ...smallModel, assumptions },
        { levers: [cut] },
        { draws: n, goals: [{ city: "north", coverage: 0.6 }] },
      ),
    );
    const coverage = (u: number) => ((17 / 6) * (1 - u / 2) + 1) / 5;
    const { p10, p50, p90 } = found.cities[0]!.coverage;
    expect(Math.abs(p10 - coverage(0.9))).toBeLessThan((17 / 60) * slack(0.1));
    expect(Math.abs(p50 - coverage(0.5))).toBeLessThan((17 / 60) * slack(0.5));
    expect(Math.abs(p90 - coverage(0.1))).toBeLessThan((17 / 60) * slack(0.9));
    // 0.6 is reached where u ≤ 2 (1 − 12/17).
    expect(Math.abs(found.chances[0]! - 10 / 17)).toBeLessThan(slack(10 / 17));
  });
});

describe("uncertainty(model, scenario, { draws, seed })", () => {
  it("gives the same bytes for the same seed, and others for another", () => {
    const text = (seed: number) =>
      JSON.stringify(valueOf(uncertainty(smallModel, everything, { draws: 500, seed })));
    const withoutPlaces = JSON.stringify({ ...JSON.parse(text(1)), places: undefined });
    expect(sha256(withoutPlaces)).toMatchInlineSnapshot(
      `"ab2e3632b5e511939bd6326357cdbba5bc71781697b93ecc31472dfa7c960f4c"`,
    );
    expect(text(1)).toBe(text(1));
    expect(text(2)).not.toBe(text(1));
  });

  it("has no change from the baseline without levers, in any draw", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const { all, cities, discountedChange } = valueOf(
          uncertainty(model, { ...scenario, levers: [] }, { draws: 20 }),
        );
        const nothing = { p10: 0, p50: 0, p90: 0 };
        for (const { coverageChange, totalChange, publicChange } of [all, ...cities])
          expect([coverageChange, totalChange, publicChange]).toEqual([nothing, nothing, nothing]);
        expect(discountedChange).toEqual(nothing);
      }),
      { numRuns: 40 },
    );
  });

  it("is the central run where nothing is uncertain", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const assumptions = model.assumptions.map((found): Assumption => ({
          ...found,
          distribution: "fixed",
        }));
        const certain = { ...model, assumptions };
        const { years, initiatives, coverage, discounted } = valueOf(
          uncertainty(certain, scenario, { draws: 3 }),
        );
        const central = valueOf(simulate(certain, scenario)).years;
        const worth = central.reduce((sum, { cost }) => sum + cost.discounted, 0);
        expect(Math.abs(discounted.p50 - worth)).toBeLessThanOrEqual(1e-9 * worth);
        const last = central.at(-1)!;
        central.forEach((year, t) => {
          expect(years[t]!.coverage.p50).toBe(year.coverage);
          expect(years[t]!.inequality.p50).toBe(year.inequality);
          expect(years[t]!.public.p10).toBe(year.cost.public);
          expect(years[t]!.total.p90).toBe(year.cost.total);
        });
        expect(initiatives.map(({ p50 }) => p50)).toEqual(last.cities.flatMap((d) => d.initiatives));
        expect(coverage.map(({ p50 }) => p50)).toEqual(last.cities.flatMap((d) => d.coverage));
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order of the levers", () => {
    const run = (levers: readonly Lever[]) =>
      valueOf(uncertainty(smallModel, { ...everything, levers }, { draws: 100 }));
    expect(run([...everything.levers].reverse())).toEqual(run(everything.levers));
  });

  it("counts the draws that reach a goal: all reach 0, and fewer a higher one", () => {
    const goals = [0, 0.5, 0.7, 0.8, 1].map((coverage) => ({ coverage }));
    const { chances } = valueOf(uncertainty(smallModel, everything, { goals }));
    expect(chances[0]).toBe(1);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  it.each([
    [{ draws: 0 }, "draws"],
    [{ draws: 10_001 }, "draws"],
    [{ draws: 2.5 }, "draws"],
    [{ seed: -1 }, "seed"],
    [{ seed: Number.NaN }, "seed"],
    [{ goals: [{ coverage: 2 }] }, "goal"],
    [{ goals: [{ city: "west", coverage: 0.5 }] }, "goal"],
  ])("refuses %j", (options, field) => {
    const outcome = uncertainty(smallModel, { levers: [] }, options);
    expect(outcome.ok ? [] : outcome.faults.map((fault) => fault.field)).toEqual([field]);
  });
});
