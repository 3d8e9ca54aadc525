import fc from "fast-check";
import { criteria, dimensions, practiceKinds, sectors, type Dimension } from "../../../src/model/names.js";
import type { CityContext } from "../../../src/model/city-contexts.js";
import type { Practice } from "../../../src/model/practices.js";

/** A practice of which nothing is told but these. */
export function practice(id: string, told: Partial<Practice> = {}): Practice {
  return {
    id,
    name: `Name of ${id}`,
    kind: "example",
    number: null,
    city: null,
    place: `Place of ${id}`,
    country: null,
    region: null,
    startYear: null,
    planned: false,
    leadActor: null,
    leadSector: null,
    summary: `Summary of ${id}`,
    fundedBy: null,
    evaluation: null,
    dimensions: ["social"],
    multidimensional: false,
    topics: [],
    criteria: [],
    partners: [],
    costs: [],
    source_id: "thp-2014",
    locator: "Box 1",
    flag: null,
    note: null,
    ...told,
  };
}

/** A city of which nothing is known but these. */
export function city(id: string, known: Partial<CityContext> = {}): CityContext {
  return {
    id,
    name: `City ${id}`,
    country: `Country of ${id}`,
    region: "Europe",
    foreignBornPct: null,
    shareGroup: null,
    policyLevel: null,
    arrivals: null,
    challenges: null,
    countedIn: null,
    initiatives: null,
    partnerships: null,
    ...known,
  };
}

/** Initiatives by dimension, in the order of the study. */
export const counts = (...values: [number, number, number, number, number]) =>
  Object.fromEntries(dimensions.map((dimension, i) => [dimension, values[i]!])) as Record<Dimension, number>;

const count = fc.integer({ min: 0, max: 25 });

/** Two to nine cities, mapped or not, with gaps in what is known of them. */
export const anyCities: fc.Arbitrary<CityContext[]> = fc
  .array(
    fc.record({
      region: fc.constantFrom("Europe", "Asia", "Africa"),
      country: fc.constantFrom("A", "B", "C"),
      foreignBornPct: fc.option(fc.float({ min: 0, max: 90, noNaN: true })),
      policyLevel: fc.option(fc.constantFrom("national", "local", "national-and-local", "none")),
      arrivals: fc.option(fc.constantFrom("large-refugee-groups", "mostly-economic")),
      challenges: fc.option(fc.subarray(["housing", "language", "police"], { minLength: 1 })),
      initiatives: fc.option(fc.tuple(count, count, count, count, count).map((values) => counts(...values))),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((cities) =>
    cities.map((known, i) =>
      city(`city-${i}`, {
        ...(known as Partial<CityContext>),
        shareGroup: known.foreignBornPct === null ? null : "foreign-born",
      }),
    ),
  );

/** Up to thirty practices, in cities of `anyCities` or elsewhere. */
export const anyPractices: fc.Arbitrary<Practice[]> = fc
  .array(
    fc.record({
      city: fc.option(fc.integer({ min: 0, max: 8 }).map((i) => `city-${i}`)),
      region: fc.option(fc.constantFrom("Europe", "Asia", "Africa")),
      country: fc.option(fc.constantFrom("A", "B", "C")),
      kind: fc.constantFrom(...practiceKinds),
      startYear: fc.option(fc.integer({ min: 1970, max: 2019 })),
      leadSector: fc.option(fc.constantFrom(...sectors)),
      dimensions: fc.subarray([...dimensions]),
      evaluation: fc.option(fc.constant("Told.")),
      criteria: fc
        .array(fc.constantFrom("met", "partly", "not-met", null), { minLength: 6, maxLength: 6 })
        .map((stated) =>
          criteria.flatMap((criterion, i) => (stated[i] ? [{ criterion, stated: stated[i] }] : [])),
        ),
      partners: fc
        .array(fc.constantFrom(...sectors), { maxLength: 3 })
        .map((list) => list.map((sector, i) => ({ name: `Partner ${i}`, sector }))),
    }),
    { maxLength: 30 },
  )
  .map((list) => list.map((told, i) => practice(`practice-${i}`, told as Partial<Practice>)));
