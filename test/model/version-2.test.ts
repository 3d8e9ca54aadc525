import { mean } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import { commonPart, drawAssumptions } from "../../src/model/draws.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import type { Model } from "../../src/model/model.js";
import { costings } from "../../src/model/choices.js";
import type { Scenario } from "../../src/model/scenario.js";
import { simulate, type CityResult } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { anyModel } from "../support/model/any-scenario.js";
import { centralOf, plainCost, plainPublicPart } from "../support/model/plain-costs.js";
import { model, valueOf } from "../support/model/real-model.js";

const last = (on: Model, scenario: Scenario) => valueOf(simulate(on, scenario)).years.at(-1)!;
const cityOf = (on: Model, scenario: Scenario, city: string): CityResult =>
  last(on, scenario).cities.find((found) => found.city === city)!;

describe("one price of an initiative", () => {
  const bought = (city: string, lever: Lever, target?: Scenario["target"]) => {
    const scenario: Scenario = { levers: [lever], ...(target && { target }) };
    const [before, after] = [cityOf(model, { ...scenario, levers: [] }, city), cityOf(model, scenario, city)];
    const count = (result: CityResult) => result.initiatives.reduce((sum, n) => sum + n, 0);
    return {
      initiatives: count(after) - count(before),
      public: after.cost.public - before.cost.public,
      total: after.cost.total - before.cost.total,
    };
  };

  it.each(model.baseline.cities.map((city) => [city]))(
    "costs public money the same in %s through a rise, however it is spent, and through new initiatives",
    (city) => {
      const prices = (
        [
          { kind: "initiatives", city, dimension: "legal", initiatives: 3 },
          { kind: "funding", city, change: 0.3 },
          { kind: "funding", city, change: 0.3, spend: "gap-first" },
          { kind: "funding", city, change: 0.3, spend: "weights", weights: { legal: 1, political: 2 } },
        ] as Lever[]
      ).map((lever) => bought(city, lever, { kind: "best" }));
      const expected = plainPublicPart(model, city) * plainCost(model, city, 0);
      for (const { initiatives, public: paid, total } of prices) {
        expect(paid / initiatives / expected).toBeCloseTo(1, 9);
        expect(total / initiatives / plainCost(model, city, 0)).toBeCloseTo(1, 9);
      }
    },
  );

  it("is the whole cost where others add nothing, and the public share where they pay as they did", () => {
    const price = (coFunding: number, crowdingOut: number) =>
      plainPublicPart(model, "lisbon", {
        overrides: { "co-funding": { central: coFunding }, "crowding-out": { central: crowdingOut } },
      });
    expect(price(0, 0)).toBe(1);
    expect(price(1, 0)).toBeCloseTo(0.455, 12);
    // Others take back no more than they add.
    expect(price(0.5, 0.9)).toBe(1);
    // (1 − ½ · 0.545) / (1 − 0.1)
    expect(price(0.5, 0.1)).toBeCloseTo(0.7275 / 0.9, 12);
  });
});

describe("costs of version 2", () => {
  it("are the same in every dimension, at the prices of the city's country, unless chosen by dimension", () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(...costings), (any, costing) => {
        fc.pre(any.version === 2);
        for (const { city, initiatives, cost } of last(any, { levers: [], costing }).cities) {
          const sum = initiatives.reduce((all, n, d) => all + n * plainCost(any, city, d, { costing }), 0);
          expect(Math.abs(cost.total - sum)).toBeLessThanOrEqual(1e-9 * Math.max(1, sum));
        }
      }),
    );
    const { cities } = last(model, { levers: [] });
    const nairobi = cities.find(({ city }) => city === "nairobi")!;
    const counted = nairobi.initiatives.reduce((all, n) => all + n, 0);
    expect(nairobi.cost.total / counted).toBeCloseTo(96_000 * 0.44, 6);
  });

  it("are discounted at the rate of each city", () => {
    const { years } = valueOf(simulate(model, { levers: [], horizon: 7 }));
    for (const { t, cities, cost } of years) {
      for (const { city, cost: own } of cities) {
        const rate = centralOf(model, `discount-rate-${city}`);
        expect(own.discounted / (own.total / (1 + rate) ** t)).toBeCloseTo(1, 12);
      }
      expect(cost.discounted).toBeCloseTo(
        cities.reduce((all, one) => all + one.cost.discounted, 0),
        4,
      );
    }
  });

  it("tell one story by line and by ranges: the median of the draws is the central value", () => {
    const { cost } = last(model, { levers: [] });
    const { all } = valueOf(uncertainty(model, { levers: [] }, { draws: 10_000 }));
    expect(all.total.p50 / cost.total).toBeGreaterThan(0.93);
    expect(all.total.p50 / cost.total).toBeLessThan(1.07);
    expect(all.public.p50 / cost.public).toBeGreaterThan(0.9);
    expect(all.public.p50 / cost.public).toBeLessThan(1.1);
    // As wide as five budgets lie apart: a factor of some e^(1.28 · 1.6) to either side.
    expect(all.total.p90 / all.total.p50).toBeGreaterThan(5);
  });
});

describe("draws that share a factor", () => {
  const unit = { low: 0, central: 0.5, high: 1, distribution: "uniform" as const };
  const n = 10_000;
  const ranks = (correlation: number) => {
    const assumptions = model.assumptions.map((one) =>
      one.id.endsWith("-correlation")
        ? { ...one, low: correlation, central: correlation, high: correlation }
        : { ...one, ...unit },
    );
    const drawn = drawAssumptions(assumptions, n, 11);
    return (id: string) => drawn[assumptions.findIndex((one) => one.id === id)]!;
  };
  const together = (a: Float64Array, b: Float64Array) => 12 * mean(a, (u, i) => (u - 0.5) * (b[i]! - 0.5))!;

  it.each([0.1, 0.3, 0.5, 0.7, 0.9])("go together as much as said, to some hundredths: %d", (correlation) => {
    const of = ranks(correlation);
    for (const [a, b] of [
      ["cost-social", "cost-economic"],
      ["public-share-lisbon", "public-share-nairobi"],
    ] as const)
      expect(Math.abs(together(of(a), of(b)) - correlation)).toBeLessThan(0.06);
    expect(Math.abs(together(of("cost-social"), of("public-share-lisbon")))).toBeLessThan(0.05);
  });

  it("are one at 1, and what they were without a factor at 0", () => {
    const of = ranks(1);
    expect(of("public-share-lisbon")).toEqual(of("public-share-nairobi"));
    const alone = model.assumptions.filter(({ id }) => !id.endsWith("-correlation"));
    const i = alone.findIndex(({ id }) => id === "cost-legal");
    const apart = drawAssumptions(
      alone.map((one) => ({ ...one, ...unit })),
      n,
      11,
    )[i];
    expect(ranks(0)("cost-legal")).toEqual(apart);
  });

  it("stay even: each by itself is drawn as if alone", () => {
    for (const correlation of [0.2, 0.5, 0.8]) {
      const drawn = ranks(correlation)("public-share-lisbon").slice().sort();
      // Kolmogorov's bound of one in a thousand: 1.95 / √n.
      drawn.forEach((u, i) => expect(Math.abs(u - (i + 0.5) / n)).toBeLessThan(1.95 / Math.sqrt(n)));
    }
  });

  it("have the distribution function of their sum: worked out by hand", () => {
    // ρ = ½: v = (common + own) / 2, a triangle; v = ¼ has ⅛ below it.
    expect(commonPart(0.5)(0.25, 0.25)).toBeCloseTo(0.125, 12);
    expect(commonPart(0.5)(1, 0)).toBeCloseTo(0.5, 12);
    expect(commonPart(0.5)(0.75, 0.75)).toBeCloseTo(0.875, 12);
  });

  it("widen the range of a total of public money", () => {
    const width = (correlation: number) => {
      const overrides = { "public-share-correlation": { central: correlation } };
      const fixed = Object.fromEntries(
        model.assumptions
          .filter(({ id }) => id.startsWith("price-level-") || id === "cost-initiative")
          .map(({ id, central }) => [id, { low: central, high: central }]),
      );
      const { all } = valueOf(uncertainty(model, { levers: [], overrides: { ...overrides, ...fixed } }));
      return all.public.p90 - all.public.p10;
    };
    expect(width(0.5)).toBeGreaterThan(1.15 * width(0));
    expect(width(1)).toBeGreaterThan(1.15 * width(0.5));
  });
});

describe("a version of the model", () => {
  it("runs on the assumptions that it knows, dimension by dimension in the first", () => {
    expect(
      dimensions.every((dimension) => model.assumptions.some(({ id }) => id === `cost-${dimension}`)),
    ).toBe(true);
    const faults = simulate(model, { levers: [], costing: "free" as "pooled" });
    expect(faults.ok ? [] : faults.faults.map(({ kind }) => kind)).toEqual(["unknown-costing"]);
  });
});
