import { describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import type { Assumption } from "../../src/model/assumptions.js";
import type { Model } from "../../src/model/model.js";
import type { Scenario } from "../../src/model/scenario.js";
import type { Target } from "../../src/model/targets.js";
import { BruteForce, levelOf } from "../support/model/brute-force.js";
import { missedChances, missedDraws, plainMissed } from "../support/model/plain-missed.js";
import { plainMean, plainQuantile, plainTargets, plainWeights } from "../support/model/plain-targets.js";
import { plainCounts, plainGini, plainYear, plainYears } from "../support/model/plain-year.js";
import { smallModel } from "../support/model/small-model.js";

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** The small model with two hundred thousand in the north, a tenth of them migrants, and a million in the south. */
const peopled: Model = {
  ...smallModel,
  assumptions: [
    ...smallModel.assumptions,
    ...(
      [
        ["residents-north", "residents", 200_000],
        ["residents-south", "residents", 1_000_000],
        ["migrant-share-north", "share of residents", 0.1],
        ["migrant-share-south", "share of residents", 0.4],
        ["found-north", "share found", 0.25],
        ["found-south", "share found", 1],
      ] as const
    ).map(([id, unit, central]): Assumption => ({
      ...{ id, name: id, unit, low: central, central, high: central },
      ...{ distribution: "fixed", evidence: "assumed" },
    })),
  ],
};
const own: Target = {
  kind: "own",
  initiatives: { social: 5, cultural: 4, legal: 3, political: 2, economic: 1 },
};
function firstChances(found: number, share: number, kinds: number): number[] {
  const chances = missedChances(found, share);
  return Array.from({ length: kinds }, () => chances.next().value);
}
const countsOf = (scenario: Partial<Scenario>) => plainCounts(peopled, { levers: [], ...scenario });

describe("what was missed", () => {
  it.each([
    [0, 0.5],
    [3, 0.8],
    [21, 0.3],
    [7, 0.05],
  ])(
    "of %d found, each with a chance of %d, has chances that sum to 1, with the mean and spread of its kind",
    (found, share) => {
      const chances = firstChances(found, share, 10_000);
      const mean = sum(chances.map((chance, k) => k * chance));
      const r = found + 0.5;
      expect(sum(chances)).toBeCloseTo(1, 10);
      expect(mean / ((r * (1 - share)) / share)).toBeCloseTo(1, 8);
      const spread = sum(chances.map((chance, k) => (k - mean) ** 2 * chance));
      expect(spread / ((r * (1 - share)) / share ** 2)).toBeCloseTo(1, 7);
    },
  );

  it("is what follows from Jeffreys' prior: a Poisson number, over all rates that the found ones leave", () => {
    // Simpson's rule over the rate λ = x²: its root cancels the prior's pole at 0.
    const [found, share, steps, most] = [2, 0.4, 4000, 10];
    const density = (x: number, k: number) => {
      const rate = x * x;
      const poisson = (mean: number, n: number) =>
        Math.exp(-mean) * Array.from({ length: n }, (_, i) => mean / (i + 1)).reduce((a, b) => a * b, 1);
      // The prior λ^(−½) dλ is 2 dx.
      return 2 * poisson(rate * share, found) * (k < 0 ? 1 : poisson(rate * (1 - share), k));
    };
    const integral = (k: number) =>
      sum(
        Array.from({ length: steps + 1 }, (_, i) => {
          const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
          return (weight * density((most * i) / steps, k) * most) / steps / 3;
        }),
      );
    firstChances(found, share, 12).forEach((chance, k) =>
      expect(integral(k) / integral(-1)).toBeCloseTo(chance, 9),
    );
  });

  it("is worked out by hand where none were found and a quarter is", () => {
    // ½, ½ · ½ · ¾ = 3/16, 3/16 · 3/4 · 3/4 = 27/256: sums 0.5, 0.6875, 0.79296875.
    expect(firstChances(0, 0.25, 3)).toEqual([0.5, 3 / 16, 27 / 256]);
    expect([0, 0.5, 0.50001, 0.6875, 0.69, 0.79].map((u) => plainMissed(0, 0.25, u))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });

  it("is nothing where everything was found, has an end, and is no less in a later part", () => {
    expect([0, 0.5, 1].map((u) => plainMissed(12, 1, u))).toEqual([0, 0, 0]);
    expect(plainMissed(5, 0.5, 1)).toBe(plainMissed(5, 0.5, 1 - 1e-6));
    expect(plainMissed(240, 0.05, 1 - 1e-6)).toBeLessThanOrEqual(10_000);
    const rising = Array.from({ length: 101 }, (_, i) => plainMissed(9, 0.3, i / 100));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
  });

  it("is drawn for each city and dimension by itself, evenly and the same with the same seed", () => {
    const drawn = missedDraws("lisbon", "legal", 4000, 3);
    expect(sum(drawn) / 4000).toBeCloseTo(0.5, 1);
    expect(missedDraws("lisbon", "legal", 4, 3)).toEqual(drawn.slice(0, 4));
    expect(missedDraws("lisbon", "social", 4, 3)).not.toEqual(drawn.slice(0, 4));
    expect(missedDraws("lisbon", "legal", 4, 4)).not.toEqual(drawn.slice(0, 4));
  });

  it("is added to what was counted, and to the actors in proportion", () => {
    // North 4, 2, 1, 0, 2 of which a quarter was found; of the south everything was.
    const counts = countsOf({ counts: "uncertain" });
    expect(countsOf({})).toEqual([
      [4, 2, 1, 0, 2],
      [8, 4, 1, 0, 6],
    ]);
    expect(counts[1]).toEqual([8, 4, 1, 0, 6]);
    expect(counts[0]![3]).toBe(0);
    counts[0]!.forEach((n, d) => expect(n).toBeGreaterThanOrEqual([4, 2, 1, 0, 2][d]!));
    const [year] = plainYears(peopled, { levers: [], counts: "uncertain" });
    // Six actors of nine initiatives, and ten of nineteen, as they were counted.
    expect(year!.cities[0]!.actorsPerInitiative).toBeCloseTo(6 / 9, 12);
    expect(year!.cities[1]!.actorsPerInitiative).toBeCloseTo(10 / 19, 12);
  });
});

describe("targets by city and dimension, by hand", () => {
  const targetsOf = (target: Target, counts = countsOf({})) =>
    plainTargets(peopled, { levers: [], target }, counts);

  it("have quantiles of type R-7", () => {
    expect([0, 0.25, 0.5, 1].map((p) => plainQuantile([7, 1, 2, 5], p))).toEqual([1, 1.75, 3.5, 7]);
  });

  it("are the same in every city where they are taken per nobody", () => {
    expect(targetsOf({ kind: "median" })).toEqual([
      [6, 3, 1, 0, 4],
      [6, 3, 1, 0, 4],
    ]);
  });

  it("go with the people of a city where they are taken per 100,000 of them", () => {
    // Social: 4 · 100,000 / 200,000 = 2 and 8 · 100,000 / 1,000,000 = 0.8: the best is 2, which is 4 and 20 there.
    const best = targetsOf({ kind: "best", per: "residents" });
    expect(best.map(([social]) => social)).toEqual([4, 20]);
    // Migrants: 20,000 and 400,000, so that 20 and 2 are the rates; their median is 11.
    const median = targetsOf({ kind: "median", per: "migrants" });
    expect(median.map(([social]) => social!.toFixed(9))).toEqual(["2.200000000", "44.000000000"]);
  });

  it("are a city's own where it has some, and those of all elsewhere", () => {
    const target = { ...own, cities: { south: { social: 0, legal: 9 } } };
    expect(targetsOf(target)).toEqual([
      [5, 4, 3, 2, 1],
      [0, 4, 9, 2, 1],
    ]);
    expect(targetsOf({ ...target, per: "residents" })).toEqual([
      [10, 8, 6, 4, 2],
      [0, 40, 90, 20, 10],
    ]);
  });

  it("are taken over what was found and missed together", () => {
    const counts = countsOf({ counts: "uncertain" });
    const best = targetsOf({ kind: "best" }, counts);
    dimensions.forEach((_, d) => expect(best[0]![d]).toBe(Math.max(counts[0]![d]!, [8, 4, 1, 0, 6][d]!)));
  });
});

describe("coverage of all cities, by hand", () => {
  it("weighs each city once, or by its people", () => {
    const weightsFor = (scenario: Partial<Scenario>) => plainWeights(peopled, { levers: [], ...scenario });
    expect(weightsFor({})).toEqual([1, 1]);
    expect(weightsFor({ weighting: "residents" })).toEqual([200_000, 1_000_000]);
    expect(weightsFor({ weighting: "migrants" })).toEqual([20_000, 400_000]);
    expect(plainMean([0.4, 1], [1, 5])).toBeCloseTo(0.9, 12);
    expect(plainMean([Number.NaN, 0.7], [1, 5])).toBeCloseTo(0.7, 12);
  });

  it("and inequality takes each city once", () => {
    // North against the best: (4/8 + 2/4 + 1 + 1 + 2/6) / 5 = 2/3; the south has everything.
    const [year] = plainYears(peopled, { levers: [], target: { kind: "best" }, weighting: "residents" });
    expect(year!.cities.map(({ cityCoverage }) => cityCoverage.toFixed(12))).toEqual([
      "0.666666666667",
      "1.000000000000",
    ]);
    expect(year!.coverage).toBeCloseTo((2 / 3 + 5) / 6, 12);
    expect(year!.inequality).toBeCloseTo(1 / 3 / (2 * (5 / 3)), 12);
    expect(plainGini([0, 0])).toBe(0);
    expect(plainGini([0, 1, 1])).toBeCloseTo(1 / 3, 12);
  });
});

describe("the best plan that leaves no city below a coverage, by hand", () => {
  // Against ten social initiatives the north has (0.4 + 4) / 5 = 0.88, the south (0.8 + 4) / 5 = 0.96; one more is
  // 0.02 in either. The south counts five times.
  const target: Target = {
    kind: "own",
    initiatives: { social: 10, cultural: 0, legal: 0, political: 0, economic: 0 },
  };
  const scenario: Scenario = { levers: [], target, weighting: "residents", horizon: 1 };
  const excluded = ["north", "south"].flatMap((city) =>
    dimensions.slice(1).map((dimension) => ({ city, dimension })),
  );
  const brute = new BruteForce(
    { model: peopled, scenario, money: "total", limits: { eachMost: 1, excluded } },
    levelOf("coverage"),
    (model, tried) => plainYear(model, tried, 1, countsOf({})),
  );
  const found = (budget: number, coverage: number) => {
    const best = brute.bestAbove(budget, coverage);
    return best && [best.plan[0], best.plan[5], best.level.toFixed(6)];
  };

  it.each([
    [100_000, 0.88, [0, 1, "0.963333"]],
    [100_000, 0.89, [1, 0, "0.950000"]],
    [100_000, 0.9, [1, 0, "0.950000"]],
    [100_000, 0.91, undefined],
    [200_000, 0.9, [1, 1, "0.966667"]],
    [99_000, 0.88, [0, 0, "0.946667"]],
  ])("with %d euros and at least %d everywhere it is %j", (budget, coverage, expected) => {
    expect(found(budget, coverage)).toEqual(expected);
  });
});
