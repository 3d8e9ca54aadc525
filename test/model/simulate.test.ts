import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Spending } from "../../src/model/levers/funding.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import type { Model } from "../../src/model/model.js";
import type { Scenario } from "../../src/model/scenario.js";
import { simulate, type CityResult, type YearResult } from "../../src/model/simulate.js";
import { anyModel, anyScenario } from "../support/model/any-scenario.js";
import { plainCost } from "../support/model/plain-costs.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

const years = (model: Model, scenario: Scenario) => valueOf(simulate(model, scenario)).years;

/** North in the first year of a scenario of levers that act at once. */
const north = (...levers: Lever[]): CityResult => years(smallModel, { levers, horizon: 1 })[1]!.cities[0]!;

/** Every number of a year is close to what is expected, to a millionth of it. */
function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 6));
}

describe("simulate(model, scenario), worked by hand on two cities", () => {
  it("without levers: counts, coverage against the median, indices and cost of the mapping", () => {
    const { targets, years } = valueOf(simulate(smallModel, { levers: [], horizon: 2 }));
    expect(targets).toEqual([
      [6, 3, 1, 0, 4],
      [6, 3, 1, 0, 4],
    ]);
    const { cities, ...all } = years[0]!;
    // (4/6 + 2/3 + 1 + 1 + 2/4) / 5: no target in the political dimension, so nothing is missing there.
    expect(cities[0]!.cityCoverage).toBeCloseTo(23 / 30, 12);
    expect(cities[1]!.cityCoverage).toBe(1);
    expect(all.coverage).toBeCloseTo(53 / 60, 12);
    // |1 − 23/30| / (2 · 53/30)
    expect(all.inequality).toBeCloseTo(7 / 30 / (2 * (53 / 30)), 12);
    expect(cities.map(({ breadth }) => breadth)).toEqual([1, 3]);
    expectClose(
      cities.map(({ actorsPerInitiative }) => actorsPerInitiative),
      [6 / 9, 10 / 19],
    );
    const shares = [4 / 9, 2 / 9, 1 / 9, 2 / 9];
    const entropy = -shares.reduce((sum, p) => sum + p * Math.log(p), 0);
    expect(cities[0]!.evenness).toBeCloseTo(entropy / Math.log(5), 12);
    // 4 · 100 + 2 · 200 + 1 · 300 + 2 · 100 thousand, half of it public.
    expect(cities[0]!.cost).toEqual({
      total: 1_300_000,
      public: 650_000,
      private: 650_000,
      discounted: 1_300_000,
    });
    expectClose([all.cost.total, all.cost.public, all.cost.private], [3_800_000, 2_650_000, 1_150_000]);
    expect([cities[0]!.publicPrivateShare, all.publicPrivateShare]).toEqual([1 / 8, 1 / 12]);
    expect(years.map(({ year }) => year)).toEqual([2013, 2014, 2015]);
    // A quarter a year: 1, 0.8, 0.64.
    expectClose(
      years.map(({ cost }) => cost.discounted),
      [3_800_000, 3_040_000, 2_432_000],
    );
  });

  it("all public funding gone: n₀ · publicShare ½ · passThrough ½ is lost, others pay for the rest", () => {
    const found = north({ kind: "funding", city: "north", change: -1 });
    expectClose(found.initiatives, [3, 1.5, 0.75, 0, 1.5]);
    expect(found.cityCoverage).toBeCloseTo((0.5 + 0.5 + 0.75 + 1 + 0.375) / 5, 12);
    expectClose([found.cost.total, found.cost.public, found.cost.private], [975_000, 0, 975_000]);
  });

  it("half of it gone: public cost falls by half", () => {
    const { cost } = north({ kind: "funding", city: "north", change: -0.5 });
    expectClose([cost.total, cost.public, cost.private], [1_137_500, 325_000, 812_500]);
  });

  it("a fifth more, in proportion: €130,000 on €1.3 million is a tenth more of everything", () => {
    const found = north({ kind: "funding", city: "north", change: 0.2 });
    expectClose(found.initiatives, [4.4, 2.2, 1.1, 0, 2.2]);
    expectClose([found.cost.total, found.cost.public], [1_430_000, 780_000]);
  });

  it("half more, gap first: €325,000 of the €600,000 that all gaps cost", () => {
    const found = north({ kind: "funding", city: "north", change: 0.5, spend: "gap-first" });
    const filled = 325 / 600;
    expectClose(found.initiatives, [4 + 2 * filled, 2 + filled, 1, 0, 2 + 2 * filled]);
    expectClose([found.cost.total, found.cost.public], [1_625_000, 975_000]);
  });

  it("twice as much, gap first: all gaps closed, the €50,000 left in proportion", () => {
    const found = north({ kind: "funding", city: "north", change: 1, spend: "gap-first" });
    const growth = 50 / 1300;
    expectClose(found.initiatives, [6 + 4 * growth, 3 + 2 * growth, 1 + growth, 0, 4 + 2 * growth]);
    expect(found.cityCoverage).toBe(1);
  });

  it("two fifths more, by weights 1 and 3: €65,000 social, €195,000 economic", () => {
    const weights = { social: 1, economic: 3 };
    const found = north({ kind: "funding", city: "north", change: 0.4, spend: "weights", weights });
    expectClose(found.initiatives, [4.65, 2, 1, 0, 3.95]);
  });

  it("three new political initiatives: €150,000, half of it public as in the city", () => {
    const found = north({ kind: "initiatives", city: "north", dimension: "political", initiatives: 3 });
    expect(found.initiatives[3]).toBe(3);
    expectClose([found.cost.total, found.cost.public], [1_450_000, 725_000]);
  });

  it("a third of the third–public partnerships turned: from 1 of 4 to 2 of 4, a private partner pays half of a quarter", () => {
    const found = north({ kind: "turned", city: "north", share: 1 / 3 });
    expectClose(found.partnerships, [2, 0, 2, 4]);
    expect(found.publicPrivateShare).toBeCloseTo(0.25, 12);
    expectClose([found.cost.total, found.cost.public], [1_300_000, 1_300_000 * 0.5 * (1 - 0.5 * 0.25)]);
  });

  it("four new public–private partnerships: from 1 of 4 to 5 of 8 with a public partner", () => {
    const found = north({ kind: "partnerships", city: "north", type: "public-private", partnerships: 4 });
    expectClose([found.cost.public], [1_300_000 * 0.5 * (1 - 0.5 * (5 / 8 - 1 / 4))]);
  });

  it("new third–public partnerships beside the public–private one hand no cost back", () => {
    const found = north({ kind: "partnerships", city: "north", type: "third-public", partnerships: 20 });
    expectClose(found.partnerships, [1, 0, 23, 4]);
    expectClose([found.cost.total, found.cost.public], [1_300_000, 650_000]);
  });

  it("a cut beside a rise of the same size is no change", () => {
    const levers: Lever[] = [
      { kind: "funding", city: "north", change: -0.3 },
      { kind: "funding", city: "all", change: 0.3, spend: "gap-first" },
    ];
    expectClose(north(...levers).initiatives, [4, 2, 1, 0, 2]);
  });

  it("a lever that starts in year 1 and takes two years is half there in year 2", () => {
    const scenario: Scenario = {
      levers: [
        { kind: "initiatives", city: "north", dimension: "political", initiatives: 4, start: 1, ramp: 2 },
      ],
      horizon: 4,
    };
    const political = years(smallModel, scenario).map(({ cities }) => cities[0]!.initiatives[3]);
    expect(political).toEqual([0, 0, 2, 4, 4]);
  });
});

describe("simulate(model, scenario), on the evidence", () => {
  it("starts from the counts of Tables 7 and 8, whatever the year", () => {
    for (const { cities } of years(model, { levers: [] }))
      for (const { city, initiatives, partnerships } of cities) {
        const counts = (table: string, column: string) =>
          rowsOf(table)
            .filter((row) => row["city_id"] === city)
            .map((row) => row[column]);
        expect(initiatives).toEqual(counts("initiatives", "initiatives"));
        expect(partnerships).toEqual(counts("partnerships", "partnerships"));
      }
  });

  it("takes from Rotterdam four ninths of every dimension with all of its public money", () => {
    const levers: Lever[] = [{ kind: "funding", city: "rotterdam", change: -1 }];
    const rotterdam = years(model, { levers })[5]!.cities.find(({ city }) => city === "rotterdam")!;
    const left = 1 - 0.889 * 0.5;
    expectClose(rotterdam.initiatives, [5 * left, 6 * left, 3 * left, left, 3 * left]);
    // Medians 10.5, 6, 7, 1, 5.5.
    const coverage = (left * (5 / 10.5 + 6 / 6 + 3 / 7 + 1 / 1 + 3 / 5.5)) / 5;
    expect(rotterdam.cityCoverage).toBeCloseTo(coverage, 12);
  });
});

describe("simulate(model, scenario), whatever the counts, assumptions and levers", () => {
  it("is the baseline exactly, every year, without levers", () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const found = years(model, { levers: [], horizon: 4 });
        const still = ({ cities, coverage, inequality, cost }: YearResult) => ({
          cities: cities.map(({ cost, ...rest }) => ({ ...rest, cost: { ...cost, discounted: 0 } })),
          coverage,
          inequality,
          cost: { ...cost, discounted: 0 },
        });
        expect(found[0]!.cities.flatMap(({ initiatives }) => initiatives)).toEqual(
          Array.from(model.baseline.initiatives),
        );
        expect(found[0]!.cities.flatMap(({ partnerships }) => partnerships)).toEqual(
          Array.from(model.baseline.partnerships),
        );
        for (const year of found) expect(still(year)).toEqual(still(found[0]!));
      }),
    );
  });

  it("is the baseline exactly when every lever stands at 0", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        // A practice is adopted or it is not.
        const atZero = scenario.levers.flatMap((lever): Lever[] => {
          if (lever.kind === "practice") return [];
          if (lever.kind === "funding") return [{ ...lever, change: 0 }];
          if (lever.kind === "initiatives") return [{ ...lever, initiatives: 0 }];
          if (lever.kind === "partnerships") return [{ ...lever, partnerships: 0 }];
          return [{ ...lever, share: 0 }];
        });
        expect(years(model, { ...scenario, levers: atZero })).toEqual(
          years(model, { ...scenario, levers: [] }),
        );
      }),
    );
  });

  it("keeps 0 ≤ κ ≤ 1, no count and no cost below 0, public + private = total = Σ n · cost", () => {
    fc.assert(
      fc.property(anyScenario, ({ model: any, scenario }) => {
        // A documented cost is no product: see the tests of adopted practices.
        const practices = new Map(
          [...any.practices].map(([id, practice]) => [id, { ...practice, cost: null }]),
        );
        const model = { ...any, practices };
        for (const { cities, coverage, inequality, cost } of years(model, scenario)) {
          for (const share of [
            coverage,
            inequality,
            ...cities.flatMap((d) => [...d.coverage, d.cityCoverage]),
          ]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1 + 1e-12);
          }
          for (const d of [...cities, { cost }]) {
            expect(d.cost.public + d.cost.private).toBe(d.cost.total);
            expect(d.cost.public).toBeGreaterThanOrEqual(0);
            expect(d.cost.private).toBeGreaterThanOrEqual(0);
          }
          for (const d of cities) {
            for (const n of [...d.initiatives, ...d.partnerships]) expect(n).toBeGreaterThanOrEqual(0);
            const sum = d.initiatives.reduce((sum, n, i) => sum + n * plainCost(model, d.city, i), 0);
            expect(Math.abs(d.cost.total - sum)).toBeLessThanOrEqual(1e-9 * Math.max(1, sum));
          }
        }
      }),
    );
  });

  it("never covers less with more money, in any city, dimension or year", () => {
    const anyTwo = anyScenario.chain(({ model, scenario }) =>
      fc.record({
        model: fc.constant(model),
        scenario: fc.constant(scenario),
        city: fc.constantFrom(...model.baseline.cities, "all"),
        changes: fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })),
        spending: fc.constantFrom<Spending>(
          { spend: "proportional" },
          { spend: "gap-first" },
          { spend: "weights", weights: { social: 1, legal: 2 } },
        ),
      }),
    );
    fc.assert(
      fc.property(anyTwo, ({ model, scenario, city, changes, spending }) => {
        const run = (change: number) =>
          years(model, {
            ...scenario,
            levers: [
              ...scenario.levers,
              { kind: "funding", city, change: change / 100, ...spending, start: 0 },
            ],
          });
        const [less, more] = [run(Math.min(...changes)), run(Math.max(...changes))];
        less.forEach(({ cities, coverage }, t) => {
          expect(more[t]!.coverage).toBeGreaterThanOrEqual(coverage - 1e-12);
          cities.forEach((d, c) =>
            d.coverage.forEach((kappa, i) =>
              expect(more[t]!.cities[c]!.coverage[i]).toBeGreaterThanOrEqual(kappa - 1e-12),
            ),
          );
        });
      }),
    );
  });

  it("never covers less with more initiatives", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const before = years(model, scenario);
        const dimension = "legal" as const;
        const levers: Lever[] = [
          ...scenario.levers,
          { kind: "initiatives", city: "all", dimension, initiatives: 3 },
        ];
        years(model, { ...scenario, levers }).forEach(({ coverage }, t) =>
          expect(coverage).toBeGreaterThanOrEqual(before[t]!.coverage - 1e-12),
        );
      }),
    );
  });

  it("changes public cost by the change of funding, to the euro", () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: -100, max: 100 }), (model, percent) => {
        const [before, after] = years(model, {
          levers: [{ kind: "funding", city: "all", change: percent / 100 }],
          horizon: 1,
        }) as [YearResult, YearResult];
        before.cities.forEach(({ cost }, c) => {
          const expected = cost.public * (1 + percent / 100);
          expect(Math.abs(after.cities[c]!.cost.public - expected)).toBeLessThanOrEqual(1e-9 * cost.total);
        });
      }),
    );
  });

  it("leaves coverage and total cost alone when partnerships change", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const others = scenario.levers.filter(({ kind }) => kind !== "partnerships" && kind !== "turned");
        const all = years(model, scenario);
        years(model, { ...scenario, levers: others }).forEach((year, t) => {
          expect(all[t]!.coverage).toBe(year.coverage);
          expect(Math.abs(all[t]!.cost.total - year.cost.total)).toBeLessThanOrEqual(1e-9 * year.cost.total);
          expect(all[t]!.cost.public).toBeLessThanOrEqual(year.cost.public * (1 + 1e-12));
        });
      }),
    );
  });

  it("does not depend on the order of the levers, to the last bit", () => {
    const shuffled = anyScenario.chain(({ model, scenario }) =>
      fc.record({
        model: fc.constant(model),
        scenario: fc.constant(scenario),
        levers: fc.shuffledSubarray([...scenario.levers], { minLength: scenario.levers.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ model, scenario, levers }) => {
        expect(years(model, { ...scenario, levers })).toEqual(years(model, scenario));
      }),
    );
  });

  it("gives each city what it has alone: no lever of one touches another", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const [city] = model.baseline.cities;
        const own = scenario.levers.filter((lever) => lever.city === city || lever.city === "all");
        const all = years(model, scenario);
        years(model, { ...scenario, levers: own }).forEach(({ cities }, t) =>
          expect(all[t]!.cities[0]).toEqual(cities[0]),
        );
      }),
    );
  });

  it("is the same every time and changes nothing it is given", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const before = structuredClone({ model, scenario });
        expect(years(model, scenario)).toEqual(years(model, scenario));
        expect({ model, scenario }).toEqual(before);
      }),
    );
  });
});
