import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acts } from "../../src/model/choices.js";
import { lastYear } from "../../src/model/last-year.js";
import { missedQuantile } from "../../src/model/missed.js";
import { dimensions } from "../../src/model/names.js";
import { sensitivity } from "../../src/model/sensitivity.js";
import { simulate } from "../../src/model/simulate.js";
import { startOf } from "../../src/model/start.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import type { Scenario } from "../../src/model/scenario.js";
import { firstModel } from "../support/model/first-model.js";
import { model, valueOf } from "../support/model/real-model.js";

const D = dimensions.length;
const { cities, initiatives } = model.baseline;
const centralOf = (id: string) => model.assumptions.find((one) => one.id === id)!.central;
const baselineOf = (choices: Omit<Scenario, "levers">) =>
  valueOf(simulate(model, { ...choices, levers: [] })).years[0]!;
const kindsOf = (scenario: Omit<Scenario, "levers">, of = model) => {
  const outcome = simulate(of, { ...scenario, levers: [] });
  return outcome.ok ? [] : outcome.faults.map(({ kind }) => kind);
};

describe("whose coverage", () => {
  it.each(["residents", "migrants"] as const)(
    "by %s is the mean with their numbers as weights",
    (weighting) => {
      const { coverage, cities: results, inequality } = baselineOf({ weighting });
      const heads = cities.map(
        (city) =>
          centralOf(`residents-${city}`) *
          (weighting === "migrants" ? centralOf(`migrant-share-${city}`) : 1),
      );
      const all = heads.reduce((a, b) => a + b, 0);
      const expected = results.reduce(
        (sum, { cityCoverage }, c) => sum + (cityCoverage * heads[c]!) / all,
        0,
      );
      expect(coverage).toBeCloseTo(expected, 12);
      // Which city has how much is not moved by who is counted, nor is the distance between cities.
      const alike = baselineOf({});
      expect(results.map(({ cityCoverage }) => cityCoverage)).toEqual(
        alike.cities.map(({ cityCoverage }) => cityCoverage),
      );
      expect(inequality).toBe(alike.inequality);
      expect(coverage).not.toBeCloseTo(alike.coverage, 3);
    },
  );

  it("moves with a reader's own count of residents", () => {
    const overrides = { "residents-lisbon": { central: 1e8 } };
    const { coverage, cities: results } = baselineOf({ weighting: "residents", overrides });
    expect(coverage).toBeCloseTo(results[cities.indexOf("lisbon")]!.cityCoverage, 1);
  });
});

describe("uncertain counts", () => {
  const drawn = (scenario: Scenario) => valueOf(uncertainty(model, scenario, { draws: 2000, seed: 7 }));

  it("are off unless they are chosen, and then nothing of them is drawn", () => {
    expect(drawn({ levers: [] }).initiatives.every(({ p10, p90 }) => p10 === p90)).toBe(true);
  });

  it("add to each count the median of what was missed", () => {
    const start = valueOf(startOf(model, { counts: "uncertain" }));
    start.initiatives.forEach((n, cell) => {
      const q = centralOf(`found-${cities[Math.floor(cell / D)]!}`);
      expect(n).toBe(initiatives[cell]! + missedQuantile(initiatives[cell]!, q, 0.5));
    });
  });

  it("take the target over the same counts, so that the goal moves with the cities", () => {
    const { initiatives: now, targets } = valueOf(
      startOf(model, { counts: "uncertain", target: { kind: "best" } }),
    );
    dimensions.forEach((_, d) => expect(targets[d]).toBe(Math.max(...cities.map((_, c) => now[c * D + d]!))));
  });

  it("give counts, coverage and places a range, the widest where fewest were asked", () => {
    const { initiatives: bands, places, cities: results } = drawn({ levers: [], counts: "uncertain" });
    bands.forEach(({ p10 }, cell) => expect(p10).toBeGreaterThanOrEqual(initiatives[cell]!));
    expect(results.some(({ coverage }) => coverage.p90 - coverage.p10 > 0.02)).toBe(true);
    expect(places.some(({ p10, p90 }) => p90 - p10 >= 1)).toBe(true);
    const width = (city: string) => {
      const from = cities.indexOf(city) * D;
      return bands[from]!.p90 - bands[from]!.p10;
    };
    // Five interviews in Auckland, with 10 social initiatives; nine in Kuala Lumpur, with 10 as well.
    expect(width("auckland")).toBeGreaterThan(width("kuala-lumpur"));
  });

  it("change nothing where everything was found", () => {
    const overrides = Object.fromEntries(
      cities.map((city) => [`found-${city}`, { low: 1, central: 1, high: 1 }]),
    );
    const levers = [{ kind: "funding" as const, city: "lisbon", change: 0.4, spend: "gap-first" as const }];
    const [with_, without] = [drawn({ levers, counts: "uncertain", overrides }), drawn({ levers })];
    expect(with_).toEqual(without);
  });

  it("leave actors an initiative as they were counted", () => {
    const [with_, without] = [baselineOf({ counts: "uncertain" }), baselineOf({})];
    with_.cities.forEach(({ actorsPerInitiative }, c) =>
      expect(actorsPerInitiative).toBeCloseTo(without.cities[c]!.actorsPerInitiative, 12),
    );
  });

  it("are no row of a tornado: nobody can know chance better", () => {
    const { swings } = valueOf(sensitivity(model, { levers: [], counts: "uncertain" }, { kind: "coverage" }));
    const moved = swings.filter(({ atLow, atHigh }) => atLow !== atHigh).map(({ assumption }) => assumption);
    expect(moved.every((id) => model.assumptions.some((one) => one.id === id))).toBe(true);
    expect(moved.some((id) => id.startsWith("found-"))).toBe(true);
  });

  it("do not touch a city that its reader counted", () => {
    const ownCity = {
      ...{ name: "Town", country: "" },
      initiatives: { social: 4, cultural: null, legal: 2, political: 0, economic: 9 },
      partnerships: { "public-private": 1, "third-private": 1, "third-public": 1, other: 0 },
    };
    const of = (choices: Partial<Scenario>) =>
      valueOf(lastYear(model, { levers: [], ownCity, ...choices }, { kind: "coverage" }));
    expect(of({ counts: "uncertain" })).toBe(of({}));
    expect(of({ weighting: "migrants" })).toBe(of({}));
  });
});

describe("choices that cannot be made", () => {
  const without = (prefix: string) => ({
    ...model,
    assumptions: model.assumptions.filter(({ id }) => id !== `${prefix}nairobi`),
  });

  it("name the city whose figure is not known, and leave other choices alone", () => {
    expect(kindsOf({ weighting: "residents" }, without("residents-"))).toEqual(["not-known-of-city"]);
    expect(kindsOf({ weighting: "migrants" }, without("migrant-share-"))).toEqual(["not-known-of-city"]);
    expect(kindsOf({ counts: "uncertain" }, without("found-"))).toEqual(["not-known-of-city"]);
    expect(kindsOf({ weighting: "residents" }, without("migrant-share-"))).toEqual([]);
    expect(kindsOf({}, without("residents-"))).toEqual([]);
  });

  it("are those of no known kind, and those that version 1 of the model does not have", () => {
    const odd = (part: object) => kindsOf(part);
    expect(odd({ weighting: "dogs" })).toEqual(["unknown-heads"]);
    expect(odd({ counts: "sure" })).toEqual(["unknown-counts"]);
    expect(kindsOf({ counts: "uncertain" }, firstModel)).toEqual(["choice-of-version-2"]);
  });
});

describe("acts(id, version, choices)", () => {
  it("has migrants need residents too, and residents need no migrants", () => {
    expect(acts("residents-lisbon", 2, { weighting: "migrants" })).toBe(true);
    expect(acts("migrant-share-lisbon", 2, { target: { kind: "best", per: "residents" } })).toBe(false);
  });
});

describe("invariants hold under every choice", () => {
  const anyChoice = fc.record({
    weighting: fc.option(fc.constantFrom("residents" as const, "migrants" as const), { nil: undefined }),
    counts: fc.option(fc.constant("uncertain" as const), { nil: undefined }),
    target: fc.record({
      kind: fc.constantFrom("median" as const, "upper-quartile" as const, "best" as const),
      per: fc.option(fc.constantFrom("residents" as const, "migrants" as const), { nil: undefined }),
    }),
    change: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    city: fc.constantFrom(...cities),
  });

  it("coverage lies between 0 and 1, and more money never lowers it", () => {
    fc.assert(
      fc.property(anyChoice, ({ weighting, counts, target: { kind, per }, change, city }) => {
        const choices = {
          ...(weighting && { weighting }),
          ...(counts && { counts }),
          target: { kind, ...(per && { per }) },
        };
        const coverage = (part: number) =>
          valueOf(
            lastYear(
              model,
              { ...choices, levers: [{ kind: "funding", city, change: part, spend: "gap-first" }] },
              { kind: "coverage" },
            ),
          );
        const [less, more] = [coverage(change / 2), coverage(change)];
        expect(more).toBeGreaterThanOrEqual(less - 1e-12);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 60 },
    );
  });
});
