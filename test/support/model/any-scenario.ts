import fc from "fast-check";
import { dimensions, partnershipTypes } from "../../../src/model/names.js";
import { assumptionIds, type Assumption, type ModelVersion } from "../../../src/model/assumptions.js";
import type { DistributionName } from "../../../src/model/distribution.js";
import { everyCity } from "../../../src/model/levers/every-city.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";
import type { Target } from "../../../src/model/targets.js";
import { anyChoices } from "./any-choices.js";

const ids = ["amber", "birch", "cedar", "delta"];
/** Practices that every model of a test has. */
export const practiceIds = ["elm", "fern", "gorse", "hazel"];

/** What a value of each parameter may be in a test: low, central, high are drawn from it. */
export function limitsOf(id: string): { unit: string; minimum: number; maximum: number } {
  if (id.endsWith("-correlation")) return { unit: "correlation", minimum: 0, maximum: 1 };
  if (id.startsWith("price-level-")) return { unit: "euro-area prices", minimum: 0.2, maximum: 2 };
  if (id.startsWith("residents-")) return { unit: "residents", minimum: 1000, maximum: 5_000_000 };
  if (id.startsWith("migrant-share-")) return { unit: "share of residents", minimum: 0.001, maximum: 1 };
  if (id.startsWith("found-")) return { unit: "share found", minimum: 0.05, maximum: 1 };
  if (id === "co-funding") return { unit: "share of what others pay", minimum: 0, maximum: 1 };
  if (id === "crowding-out") return { unit: "share of public money", minimum: 0, maximum: 0.9 };
  if (id.startsWith("cost-"))
    return { unit: "EUR per initiative and year", minimum: 1000, maximum: 2_000_000 };
  if (id.startsWith("weight-")) return { unit: "weight", minimum: 0.1, maximum: 5 };
  if (id.startsWith("discount-rate")) return { unit: "a year", minimum: 0, maximum: 0.1 };
  if (id === "breadth-threshold") return { unit: "initiatives", minimum: 3, maximum: 3 };
  if (id === "mapping-year") return { unit: "calendar year", minimum: 2013, maximum: 2013 };
  if (id === "pass-through") return { unit: "share of the cut", minimum: 0, maximum: 1 };
  if (id === "private-share") return { unit: "share of the cost", minimum: 0, maximum: 1 };
  return { unit: "share of initiatives", minimum: 0, maximum: 1 };
}

function anyAssumption(id: string): fc.Arbitrary<Assumption> {
  const { unit, minimum, maximum } = limitsOf(id);
  // Even steps over the range: a double from 0 to 1 would nearly always be next to 0.
  const value = fc
    .integer({ min: 0, max: 1000 })
    .map((step) => minimum + ((maximum - minimum) * step) / 1000);
  const distribution = fc.constantFrom<DistributionName>(
    "fixed",
    "uniform",
    "triangular",
    // What may be 0 has no ratio.
    ...(minimum > 0 ? (["log-triangular"] as const) : []),
  );
  return fc
    .record({ values: fc.tuple(value, value, value), distribution })
    .map(({ values, distribution }) => {
      const [low, central, high] = values.sort((a, b) => a - b);
      return { id, name: id, unit, low, central, high, distribution, evidence: "assumed" };
    });
}

/** A register of a few practices in any dimensions, from any city or none, with or without a documented cost. */
export function anyPractices(cities: readonly string[]): fc.Arbitrary<Model["practices"]> {
  const practice = fc.record({
    name: fc.constant("A practice"),
    dimensions: fc.subarray([...dimensions], { minLength: 1 }),
    cost: fc.option(fc.integer({ min: 1, max: 2_000_000 }), { nil: null }),
    city: fc.option(fc.constantFrom(...cities, "elsewhere"), { nil: null }),
  });
  return fc
    .tuple(...practiceIds.map(() => practice))
    .map((made) => new Map(made.map((of, i) => [practiceIds[i]!, of])));
}

/** A model of one to four cities with any counts, zeros among them, of these versions. */
const anyModelOf = (...versions: ModelVersion[]): fc.Arbitrary<Model> =>
  fc
    .tuple(fc.integer({ min: 1, max: ids.length }), fc.constantFrom(...versions))
    .chain(([n, version]) => {
      const cities = ids.slice(0, n);
      const counts = (places: number, max: number) =>
        fc.array(fc.integer({ min: 0, max }), { minLength: n * places, maxLength: n * places });
      return fc.record({
        cities: fc.constant(cities),
        version: fc.constant(version),
        initiatives: counts(dimensions.length, 20),
        actors: counts(dimensions.length, 12),
        partnerships: counts(partnershipTypes.length, 10),
        practices: anyPractices(cities),
        assumptions: fc.tuple(...assumptionIds(cities, version).map(anyAssumption)),
      });
    })
    .map(({ cities, version, initiatives, actors, partnerships, practices, assumptions }) => ({
      baseline: {
        cities,
        names: new Map(cities.map((city) => [city, city])),
        initiatives: Float64Array.from(initiatives),
        actors: Float64Array.from(actors),
        partnerships: Float64Array.from(partnerships),
      },
      practices,
      assumptions,
      version,
    }));

/** A model of any version. */
export const anyModel: fc.Arbitrary<Model> = anyModelOf(1, 2);

const timing = { start: fc.integer({ min: 0, max: 6 }), ramp: fc.integer({ min: 0, max: 6 }) };
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

/**
 * Levers on these cities, of every kind.
 * @param practices ids of those that may be adopted; without any there are no such levers
 */
export function anyLever(
  cities: readonly string[],
  practices: readonly string[] = practiceIds,
): fc.Arbitrary<Lever> {
  const city = fc.constantFrom(...cities, everyCity);
  const change = fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100);
  const weights = fc.record({
    social: fc.integer({ min: 1, max: 9 }),
    economic: fc.integer({ min: 0, max: 9 }),
  });
  return fc.oneof(
    fc.record({ kind: fc.constant("funding" as const), city, change, ...timing }),
    fc.record({
      kind: fc.constant("funding" as const),
      city,
      change,
      spend: fc.constant("gap-first" as const),
      ...timing,
    }),
    fc.record({
      kind: fc.constant("funding" as const),
      city,
      change,
      spend: fc.constant("weights" as const),
      weights,
      ...timing,
    }),
    fc.record({
      kind: fc.constant("initiatives" as const),
      city,
      dimension: fc.constantFrom(...dimensions),
      initiatives: fc.integer({ min: 0, max: 20 }),
      ...timing,
    }),
    fc.record({
      kind: fc.constant("partnerships" as const),
      city,
      type: fc.constantFrom(...partnershipTypes),
      partnerships: fc.integer({ min: 0, max: 20 }),
      ...timing,
    }),
    fc.record({ kind: fc.constant("turned" as const), city, share, ...timing }),
    ...(practices.length > 0
      ? [
          fc.record({
            kind: fc.constant("practice" as const),
            city,
            practice: fc.constantFrom(...practices),
            ...timing,
          }),
        ]
      : []),
  );
}

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.constantFrom<Target>({ kind: "median" }, { kind: "upper-quartile" }, { kind: "best" }),
  fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 })
    .map(([social, cultural, legal, political, economic]) => ({
      kind: "own" as const,
      initiatives: {
        social: social!,
        cultural: cultural!,
        legal: legal!,
        political: political!,
        economic: economic!,
      },
    })),
);

/** Any model with any scenario on it. */
export const anyScenario: fc.Arbitrary<{
  model: Model;
  scenario: Scenario & { target: Target; horizon: number };
}> = anyModel.chain((model) =>
  fc.record({
    model: fc.constant(model),
    scenario: fc.record({
      levers: fc.array(anyLever(model.baseline.cities), { maxLength: 6 }),
      horizon: fc.integer({ min: 1, max: 10 }),
      target: anyTarget,
    }),
  }),
);

/** Any model of the newest version, with any scenario that chooses of counts, people and targets of cities. */
export const anyChosenScenario: fc.Arbitrary<{ model: Model; scenario: Scenario & { horizon: number } }> =
  anyModelOf(2).chain((model) => {
    const { cities } = model.baseline;
    return fc.record({
      model: fc.constant(model),
      scenario: fc
        .record({
          levers: fc.array(anyLever(cities), { maxLength: 6 }),
          horizon: fc.integer({ min: 1, max: 10 }),
          choices: anyChoices(cities, anyTarget, fc.integer({ min: 0, max: 30 })),
        })
        .map(({ choices, ...rest }) => ({ ...rest, ...choices })),
    });
  });
