import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, standings, type DimensionCount, type Standing } from "../../src/model/coverage.js";

const dimensionNames = ["social", "cultural", "legal", "political", "economic"];

/** Counts of some cities in some dimensions, one each, in any order. */
const counts: fc.Arbitrary<DimensionCount[]> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }))
  .chain(([cities, dimensions]) => {
    const places = Array.from({ length: cities }, (_, c) =>
      dimensionNames.slice(0, dimensions).map((dimension) => ({ city: `city-${c}`, dimension })),
    ).flat();
    return fc.tuple(
      fc.shuffledSubarray(places, { minLength: places.length }),
      fc.array(fc.integer({ min: 0, max: 25 }), { minLength: places.length, maxLength: places.length }),
    );
  })
  .map(([places, values]) => places.map((place, i) => ({ ...place, initiatives: values[i]! })));

/** The median by its definition: the middle value, or the mean of the two in the middle. */
function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

const one = (city: string, initiatives: number, dimension = "social"): DimensionCount => ({
  city,
  dimension,
  initiatives,
});

describe("standings(counts)", () => {
  it.each([
    { values: [4], median: 4, most: 4 },
    { values: [4, 7], median: 5.5, most: 7 },
    { values: [7, 4, 5], median: 5, most: 7 },
    { values: [10, 11, 7, 10, 12, 13, 5, 21], median: 10.5, most: 21 },
    { values: [0, 0, 0], median: 0, most: 0 },
  ])("$values has the median $median (R-7) and the most $most", ({ values, median, most }) => {
    for (const standing of standings(values.map((n, i) => one(`city-${i}`, n))))
      expect(standing).toMatchObject({ median, most });
  });

  it("gives nothing for nothing", () => {
    expect(standings([])).toEqual([]);
  });

  it("keeps every count in its place, with the median and the most of its dimension over all given", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const found = standings(given);
        expect(found.map(({ city, dimension, initiatives }) => ({ city, dimension, initiatives }))).toEqual(
          given,
        );
        for (const { dimension, median, most } of found) {
          const values = given.filter((d) => d.dimension === dimension).map((d) => d.initiatives);
          expect(median).toBe(middle(values));
          expect(most).toBe(Math.max(...values));
        }
      }),
    );
  });

  it("does not depend on the order of the counts, and changes none of them", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const before = structuredClone(given);
        const key = (d: Standing) => `${d.city} ${d.dimension}`;
        const byKey = (list: Standing[]) => list.sort((a, b) => (key(a) < key(b) ? -1 : 1));
        expect(byKey(standings([...given].reverse()))).toEqual(byKey(standings(given)));
        expect(given).toEqual(before);
      }),
    );
  });
});

describe("difference(city, standings)", () => {
  it("sorts every dimension into none, above, below or at the median, and never into two", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const all = standings(given);
        for (const city of new Set(given.map((d) => d.city))) {
          const own = all.filter((d) => d.city === city);
          const { none, above, below, leads } = difference(city, all);
          const told = [...none, ...above.map((d) => d.dimension), ...below.map((d) => d.dimension)];
          expect(new Set(told).size).toBe(told.length);
          for (const d of own) {
            expect(none.includes(d.dimension)).toBe(d.initiatives === 0);
            expect(above.includes(d)).toBe(d.initiatives > d.median);
            expect(below.includes(d)).toBe(d.initiatives < d.median && d.initiatives > 0);
            expect(leads.includes(d)).toBe(d.initiatives > 0 && d.initiatives === d.most);
            // Who leads is not below the median, and is above it unless all have as many.
            if (leads.includes(d)) expect(d.initiatives).toBeGreaterThanOrEqual(d.median);
          }
        }
      }),
    );
  });

  it("puts the largest distance from the median first", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const all = standings(given);
        const { above, below } = difference("city-0", all);
        for (const list of [above, below]) {
          const distances = list.map((d) => Math.abs(d.initiatives - d.median));
          expect(distances).toEqual([...distances].sort((a, b) => b - a));
        }
      }),
    );
  });

  it("finds in every dimension with an initiative at least one city that leads", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const all = standings(given);
        const cities = [...new Set(given.map((d) => d.city))];
        const led = new Set(cities.flatMap((city) => difference(city, all).leads.map((d) => d.dimension)));
        const alive = new Set(given.filter((d) => d.initiatives > 0).map((d) => d.dimension));
        expect(led).toEqual(alive);
      }),
    );
  });

  it("does not depend on the order of the standings", () => {
    fc.assert(
      fc.property(counts, (given) => {
        const all = standings(given);
        const names = (list: Standing[]) => list.map((d) => d.dimension).sort();
        const told = (list: Standing[]) => {
          const { none, above, below, leads } = difference("city-0", list);
          return { none: [...none].sort(), above: names(above), below: names(below), leads: names(leads) };
        };
        expect(told([...all].reverse())).toEqual(told(all));
      }),
    );
  });

  it("lets several cities with as many lead together", () => {
    const all = standings([one("lisbon", 3), one("nairobi", 3), one("chicago", 1)]);
    expect(difference("lisbon", all).leads).toHaveLength(1);
    expect(difference("nairobi", all).leads).toHaveLength(1);
    expect(difference("chicago", all).leads).toEqual([]);
  });

  it("says nothing of a city without counts", () => {
    expect(difference("paris", standings([one("lisbon", 3)]))).toEqual({
      city: "paris",
      none: [],
      above: [],
      below: [],
      leads: [],
    });
  });
});
