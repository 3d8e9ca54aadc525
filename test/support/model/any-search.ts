import fc from "fast-check";
import { dimensions, partnershipTypes, type Dimension } from "../../../src/model/names.js";
import { objectives } from "../../../src/model/search/aim.js";
import type { Money } from "../../../src/model/search/ground.js";
import type { Bounds, Limits } from "../../../src/model/search/limits.js";
import { assumptionIds, type Assumption, type ModelVersion } from "../../../src/model/assumptions.js";
import type { Model } from "../../../src/model/model.js";
import type { Target } from "../../../src/model/targets.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { costings } from "../../../src/model/choices.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { anyChoices } from "./any-choices.js";
import { anyPractices, limitsOf, practiceIds } from "./any-scenario.js";

const ids = ["amber", "birch", "cedar"];

/** What values may be, by what their ids begin with: short lists, so that many plans cost the same and are worth the same. */
const figures: Readonly<Record<string, readonly number[]>> = {
  "cost-correlation": [0.5],
  "public-share-correlation": [0.5],
  "cost-": [50_000, 100_000, 100_000, 150_000, 217_345],
  "weight-": [1, 1, 1, 2, 0.7],
  "public-share-": [0.5, 0.5, 0.25, 1, 0.333],
  "price-level-": [1, 0.5, 0.77],
  "crowding-out": [0.1],
  // Round numbers of people.
  "residents-": [250_000, 500_000, 1_000_000],
  "migrant-share-": [0.1, 0.2, 0.4],
  "found-": [1, 0.8, 0.5, 0.25],
  "mapping-year": [2013],
  "breadth-threshold": [3],
  "discount-rate": [0],
};
/** The same where all are alike. */
const alikes: typeof figures = {
  "cost-": [100_000],
  "weight-": [1],
  "public-share-": [0.5],
  "price-level-": [1],
};

function figure(id: string, alike: boolean): fc.Arbitrary<number> {
  const prefix = Object.keys(figures).find((beginning) => id.startsWith(beginning)) ?? "";
  return fc.constantFrom(...((alike && alikes[prefix]) || figures[prefix] || [0.5]));
}

export interface SearchCase {
  model: Model;
  scenario: Scenario & { levers: Lever[]; horizon: number };
  money: Money;
  limits: Limits;
  objective: (typeof objectives)[number];
  /** Shares of what everything costs, and of the highest level. */
  share: number;
}

/**
 * Small searches: one to three cities, one to three dimensions, up to three new initiatives each, at most some
 * thousands of plans; all else is excluded.
 */
const searchOf = (version: ModelVersion): fc.Arbitrary<SearchCase> =>
  fc
    .record({
      cities: fc.integer({ min: 1, max: 3 }),
      open: fc.subarray([...dimensions], { minLength: 1, maxLength: 3 }),
    })
    .chain(({ cities: n, open }) => {
      const cities = ids.slice(0, n);
      // Nine places by three would be a quarter of a million plans.
      const eachMost = n * open.length > 6 ? 1 : n * open.length > 4 ? 2 : 3;
      const bounds: fc.Arbitrary<Bounds> = fc.record(
        { least: fc.constantFrom(0, 0, 1, 2), most: fc.integer({ min: 0, max: 4 }) },
        { requiredKeys: [] },
      );
      const sound = bounds.map(({ least, most }) => ({
        ...(least === undefined ? {} : { least }),
        ...(most === undefined ? {} : { most: Math.max(most, least ?? 0) }),
      }));
      const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
      const pairs = cities.flatMap((city) => dimensions.map((dimension) => ({ city, dimension })));
      return fc.record({
        model: fc.oneof(anyModel(cities, true, version), anyModel(cities, false, version)),
        scenario: anyScenarioOf(cities, version),
        money: fc.constantFrom<Money>("public", "total"),
        objective: fc.constantFrom(...objectives),
        share: fc.integer({ min: 0, max: 20 }).map((step) => step / 20),
        limits: fc.record({
          eachMost: fc.constant(eachMost),
          excluded: fc
            .subarray(pairs, { maxLength: 2 })
            .map((some) => [
              ...new Set([...some, ...pairs.filter(({ dimension }) => !open.includes(dimension))]),
            ]),
          cities: rarely(
            fc.dictionary(fc.constantFrom(...cities), sound, { maxKeys: n, noNullPrototype: true }),
          ),
          dimensions: rarely(
            fc.dictionary(fc.constantFrom<Dimension>(...open), sound, { maxKeys: 2, noNullPrototype: true }),
          ),
          // All of them cannot be left out.
          leaveOut: rarely(fc.subarray(cities, { maxLength: n > 1 ? 1 : 0 })),
        }),
      });
    });

/** Searches in the first version of the model. */
export const anySearch: fc.Arbitrary<SearchCase> = searchOf(1);

/** Searches in the newest, with choices of counts, people and targets of cities. */
export const anyChosenSearch: fc.Arbitrary<SearchCase> = searchOf(2);

function anyScenarioOf(
  cities: readonly string[],
  version: ModelVersion,
): fc.Arbitrary<SearchCase["scenario"]> {
  const horizon = fc.constantFrom(1, 2);
  if (version === 1) return fc.record({ levers: anyLevers(cities), target: anyTarget, horizon });
  return fc
    .record({
      levers: anyLevers(cities),
      horizon,
      choices: anyChoices(cities, anyTarget, fc.constantFrom(0, 1, 2, 5)),
      costing: fc.constantFrom(...costings),
    })
    .map(({ choices, ...rest }) => ({ ...rest, ...choices }));
}

function anyModel(cities: readonly string[], alike: boolean, version: ModelVersion): fc.Arbitrary<Model> {
  const counts = (places: number, max: number) =>
    fc
      .array(fc.integer({ min: 0, max }), { minLength: places, maxLength: places })
      .map((values) => Float64Array.from(values));
  const assumption = (id: string): fc.Arbitrary<Assumption> =>
    figure(id, alike).map((central) => ({
      id,
      name: id,
      unit: limitsOf(id).unit,
      low: central,
      central,
      high: central,
      distribution: "fixed",
      evidence: "assumed",
    }));
  return fc.record({
    baseline: fc.record({
      cities: fc.constant(cities),
      names: fc.constant(new Map(cities.map((city) => [city, city]))),
      initiatives: counts(cities.length * 5, alike ? 1 : 4),
      actors: counts(cities.length * 5, 4),
      partnerships: counts(cities.length * 4, 4),
    }),
    practices: anyPractices(cities),
    assumptions: fc.tuple(...assumptionIds(cities, version).map(assumption)),
    ...(version === 1 ? {} : { version: fc.constant(version) }),
  });
}

/** Levers of every kind, of a city or of all: under a rise that fills gaps first new initiatives do not add up. */
function anyLevers(cities: readonly string[]): fc.Arbitrary<Lever[]> {
  const city = fc.constantFrom(...cities, "all");
  const ramp = fc.constantFrom(0, 0, 3);
  const rise = { kind: fc.constant("funding" as const), city, ramp };
  const more = fc.constantFrom(0.05, 0.2, 0.43, 1);
  return fc.array(
    fc.oneof(
      fc.record({ ...rise, change: fc.constantFrom(-1, -0.5, -0.1, 0.2, 1) }),
      {
        arbitrary: fc.record({ ...rise, change: more, spend: fc.constant("gap-first" as const) }),
        weight: 3,
      },
      fc.record({
        ...rise,
        change: more,
        spend: fc.constant("weights" as const),
        weights: fc.constantFrom({ social: 1 }, { legal: 2, cultural: 1 }),
      }),
      fc.record({
        kind: fc.constant("partnerships" as const),
        city,
        type: fc.constantFrom(...partnershipTypes),
        partnerships: fc.constantFrom(1, 4),
      }),
      fc.record({ kind: fc.constant("turned" as const), city, share: fc.constantFrom(0.5, 1) }),
      fc.record({
        kind: fc.constant("initiatives" as const),
        city,
        dimension: fc.constantFrom(...dimensions),
        initiatives: fc.constantFrom(1, 1.5),
      }),
      fc.record({
        kind: fc.constant("practice" as const),
        city,
        practice: fc.constantFrom(...practiceIds),
      }),
    ),
    { maxLength: 3 },
  );
}

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom<Target>({ kind: "median" }, { kind: "upper-quartile" }, { kind: "best" }),
  fc.array(fc.constantFrom(0, 1, 3, 4.5, 6), { minLength: 5, maxLength: 5 }).map((values) => ({
    kind: "own" as const,
    initiatives: Object.fromEntries(dimensions.map((d, i) => [d, values[i]!])) as Record<Dimension, number>,
  })),
);
