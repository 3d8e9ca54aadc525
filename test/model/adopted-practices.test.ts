import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import { attribution } from "../../src/model/attribution.js";
import { compareVersions } from "../../src/model/compare-versions.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import type { PracticeLever } from "../../src/model/levers/practice.js";
import type { Timing } from "../../src/model/levers/timing.js";
import { phase } from "../../src/model/phase.js";
import type { Model } from "../../src/model/model.js";
import type { Scenario } from "../../src/model/scenario.js";
import { sensitivity } from "../../src/model/sensitivity.js";
import { simulate, type CityResult, type YearResult } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { plainCost, plainPriceLevel, plainPublicPart } from "../support/model/plain-costs.js";
import { anyScenario, practiceIds } from "../support/model/any-scenario.js";
import { valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

const adopt = (practice: string, city = "north", timing: Timing = {}): PracticeLever => ({
  kind: "practice",
  city,
  practice,
  ...timing,
});
const years = (model: Model, scenario: Scenario): YearResult[] => valueOf(simulate(model, scenario)).years;
const lastOf = (...levers: Lever[]): CityResult[] => years(smallModel, { levers }).at(-1)!.cities;
const north = (...levers: Lever[]) => lastOf(...levers)[0]!;

describe("an adopted practice, worked by hand on two cities", () => {
  it("is one initiative in its dimension, at the cost of the assumptions, half of it public as in the city", () => {
    const found = north(adopt("choir"));
    expect(found.initiatives).toEqual([4, 3, 1, 0, 2]);
    expect(found.cost).toMatchObject({ total: 1_500_000, public: 750_000, private: 750_000 });
    // Cultural 2 of 3 becomes 3 of 3: a third of a fifth.
    expect(found.cityCoverage).toBeCloseTo(23 / 30 + 1 / 15, 12);
  });

  it("is divided evenly among several dimensions, and so is its cost", () => {
    const found = north(adopt("clinic"));
    expect(found.initiatives).toEqual([4.5, 2, 1.5, 0, 2]);
    // Half of 100 and half of 300 thousand.
    expect(found.cost.total).toBe(1_300_000 + 200_000);
  });

  it("costs what documents state, where they do: €90,000 a year, half of it public", () => {
    const found = north(adopt("forum"));
    expect(found.initiatives).toEqual([4, 2, 1.5, 0.5, 2]);
    expect(found.cost).toMatchObject({ total: 1_390_000, public: 695_000, private: 695_000 });
  });

  it("is paid for as other new initiatives are where partnerships hand costs over", () => {
    // From 1 to 2 of 4 with a public partner: τ is a quarter, of which the private partner pays half.
    const { cost } = north(adopt("forum"), { kind: "turned", city: "north", share: 1 / 3 });
    expect(cost.total).toBeCloseTo(1_390_000, 6);
    expect(cost.public).toBeCloseTo(1_390_000 * 0.5 * (1 - 0.5 * 0.25), 6);
  });

  it("starts and grows as every lever does", () => {
    const scenario = { levers: [adopt("forum", "north", { start: 1, ramp: 2 })], horizon: 4 };
    const found = years(smallModel, scenario).map(({ cities }) => cities[0]!);
    expect(found.map(({ initiatives }) => initiatives[3])).toEqual([0, 0, 0.25, 0.5, 0.5]);
    expect(found.map(({ cost }) => cost.total - 1_300_000)).toEqual([0, 0, 45_000, 90_000, 90_000]);
  });

  it("counts once in a city, whoever brings it and however often: the lever that acts most", () => {
    const once = north(adopt("forum"));
    expect(north(adopt("forum"), adopt("forum"))).toEqual(once);
    expect(north(adopt("forum"), adopt("forum", "all"))).toEqual(once);
    expect(north(adopt("forum", "all", { start: 9 }), adopt("forum"))).toEqual(once);
    expect(north(adopt("forum", "north", { ramp: 8 }), adopt("forum", "all", { ramp: 5 }))).toEqual(
      north(adopt("forum", "all", { ramp: 5 })),
    );
  });

  it("adds nothing where it comes from, and comes to the others where all adopt it", () => {
    expect(lastOf(adopt("clinic", "south"))).toEqual(lastOf());
    const [here, there] = lastOf(adopt("clinic", "all"));
    expect(here).toEqual(north(adopt("clinic")));
    expect(there).toEqual(lastOf()[1]);
  });

  it("fills a gap before money does that is spent on gaps first", () => {
    const money: Lever = { kind: "funding", city: "north", change: 1, spend: "gap-first" };
    // Gaps after the practice: 2 social, 2 economic: €400,000 of €650,000; the rest grows all alike.
    const growth = 250 / 1300;
    const found = north(adopt("choir"), money).initiatives;
    [6 + 4 * growth, 3 + 2 * growth, 1 + growth, 0, 4 + 2 * growth].forEach((n, d) =>
      expect(found[d]).toBeCloseTo(n, 9),
    );
  });

  it("shares a gap with the lever that closes it too", () => {
    const levers: Lever[] = [
      adopt("choir"),
      { kind: "initiatives", city: "north", dimension: "cultural", initiatives: 1 },
    ];
    const split = valueOf(attribution(smallModel, { levers }, { kind: "coverage", city: "north" }));
    split.levers.forEach((share) => expect(share).toBeCloseTo(1 / 30, 12));
  });

  it("shares its part between two levers that bring it", () => {
    const levers = [adopt("choir"), adopt("choir", "all")];
    const split = valueOf(attribution(smallModel, { levers }, { kind: "total", city: "north" }));
    expect(split.levers).toEqual([100_000, 100_000]);
  });

  it("has a documented cost in every draw, and a bar in the tornado only for who pays", () => {
    const levers = [adopt("forum")];
    const { totalChange, publicChange } = valueOf(uncertainty(smallModel, { levers })).cities[0]!;
    for (const cost of [totalChange.p10, totalChange.p90]) expect(cost).toBeCloseTo(90_000, 6);
    expect(publicChange.p90).toBeGreaterThan(publicChange.p10);
    const change = (kind: "total" | "public") =>
      valueOf(sensitivity(smallModel, { levers }, { kind }, { change: true })).swings.filter(
        ({ atLow, atHigh }) => Math.abs(atHigh - atLow) > 1e-6,
      );
    expect(change("total")).toEqual([]);
    expect(change("public").map(({ assumption }) => assumption)).toEqual(["public-share-north"]);
  });

  it("that the register describes otherwise is a difference of the data", () => {
    const scenario = { levers: [adopt("forum")] };
    const forum = { ...smallModel.practices.get("forum")!, cost: 50_000 };
    const revised = { ...smallModel, practices: new Map([...smallModel.practices, ["forum", forum]]) };
    const found = valueOf(
      compareVersions({ model: smallModel, scenario }, { model: revised, scenario }, { kind: "total" }),
    );
    expect([found.choices, found.assumptions, found.data]).toEqual([0, 0, expect.closeTo(-40_000, 6)]);
  });
});

describe("adopted practices, whatever the model and the scenario", () => {
  const anyAdopting = anyScenario.chain(({ model, scenario }) =>
    fc.record({
      model: fc.constant(model),
      scenario: fc.constant(scenario),
      more: fc.record({
        kind: fc.constant("practice" as const),
        city: fc.constantFrom(...model.baseline.cities, "all"),
        practice: fc.constantFrom(...practiceIds),
        start: fc.integer({ min: 0, max: 6 }),
        ramp: fc.integer({ min: 0, max: 6 }),
      }),
    }),
  );

  it("come to what a plain sum over levers says, in counts and in money", () => {
    fc.assert(
      fc.property(anyScenario, ({ model, scenario }) => {
        const levers = scenario.levers.filter(({ kind }) => kind === "practice") as PracticeLever[];
        const [untouched] = years(model, { levers: [] });
        years(model, { ...scenario, levers }).forEach(({ t, cities }) =>
          cities.forEach((found, c) => {
            const before = untouched!.cities[c]!;
            const counts = [...before.initiatives];
            let added = 0;
            for (const [id, practice] of model.practices) {
              const phases = levers
                .filter((lever) => lever.practice === id && ["all", found.city].includes(lever.city))
                .map(({ start = 1, ramp = 0 }) => phase(t, start, ramp));
              const acting = practice.city === found.city ? 0 : Math.max(0, ...phases);
              const part = acting / practice.dimensions.length;
              for (const dimension of practice.dimensions) {
                const d = dimensions.indexOf(dimension);
                counts[d]! += part;
                if (practice.cost === null) added += part * plainCost(model, found.city, d);
              }
              if (practice.cost !== null)
                added += practice.cost * plainPriceLevel(model, found.city) * acting;
            }
            found.initiatives.forEach((n, d) => expect(n).toBeCloseTo(counts[d]!, 9));
            const cost = before.cost.total + added;
            expect(Math.abs(found.cost.total - cost)).toBeLessThanOrEqual(1e-9 * Math.max(1, cost));
            expect(found.cost.public + found.cost.private).toBe(found.cost.total);
            const paid = before.cost.public + plainPublicPart(model, found.city) * added;
            expect(Math.abs(found.cost.public - paid)).toBeLessThanOrEqual(1e-9 * Math.max(1, cost));
          }),
        );
      }),
    );
  });

  it("never lower coverage, never lower a cost, and add at most one initiative a city", () => {
    fc.assert(
      fc.property(anyAdopting, ({ model, scenario, more }) => {
        const levers = scenario.levers.filter((lever) => !("spend" in lever));
        const before = years(model, { ...scenario, levers });
        const after = years(model, { ...scenario, levers: [...levers, more] });
        after.forEach((year, t) =>
          year.cities.forEach((city, c) => {
            const then = before[t]!.cities[c]!;
            expect(city.cityCoverage).toBeGreaterThanOrEqual(then.cityCoverage - 1e-12);
            for (const of of ["public", "private", "total"] as const)
              expect(city.cost[of]).toBeGreaterThanOrEqual(then.cost[of] * (1 - 1e-9) - 1e-6);
            const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
            expect(sum(city.initiatives) - sum(then.initiatives)).toBeLessThanOrEqual(1 + 1e-9);
          }),
        );
      }),
    );
  });

  it("change nothing the second time", () => {
    fc.assert(
      fc.property(anyAdopting, ({ model, scenario, more }) => {
        const once = years(model, { ...scenario, levers: [...scenario.levers, more] });
        expect(years(model, { ...scenario, levers: [...scenario.levers, more, more] })).toEqual(once);
      }),
    );
  });
});
