import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCityContexts } from "../../src/model/city-contexts.js";
import {
  areEqual,
  comparatorsOf,
  nearestOf,
  distanceOf,
  equalWeights,
  everyVariable,
  mostWeight,
  sharesOfWeight,
  shownLikeness,
  type Weights,
} from "../../src/model/comparators.js";
import { contextVariables, differencesOf, shareRange } from "../../src/model/differences.js";
import { rankRanges, weightings } from "../../src/model/rank-ranges.js";
import { anyCities, city, counts } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";

const mapped = counts(1, 1, 1, 1, 1);
const known = {
  foreignBornPct: 10,
  shareGroup: "foreign-born",
  policyLevel: "local",
  arrivals: "mostly-economic",
  challenges: ["housing", "language"],
  initiatives: mapped,
} as const;
const anyWeights: fc.Arbitrary<Weights> = fc
  .array(fc.integer({ min: 0, max: mostWeight }), { minLength: 5, maxLength: 5 })
  .map((values) => everyVariable((of) => values[contextVariables.indexOf(of)]!));
const apart = (...[a, b]: [Parameters<typeof city>[1], Parameters<typeof city>[1]]) =>
  differencesOf(city("a", a), city("b", b), null, 40).map((of) => of.apart);

describe("differencesOf(city, there, region, range)", () => {
  it("is nought in everything for the same, and one for what is as far apart as can be", () => {
    expect(apart(known, known)).toEqual([0, 0, 0, 0, 0]);
    expect(
      apart(known, {
        ...known,
        foreignBornPct: 50,
        policyLevel: "national",
        arrivals: "large-refugee-groups",
        region: "Asia",
        challenges: ["police"],
      }),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  it("puts a share on the range, and takes the part of levels and challenges that is not in common", () => {
    const other = {
      ...known,
      foreignBornPct: 20,
      policyLevel: "national-and-local",
      challenges: ["housing", "police", "trust"],
    } as const;
    expect(apart(known, other)).toEqual([0.25, 0, 0.5, 0, 0.75]);
    expect(apart({ policyLevel: "none" }, { policyLevel: "none" })[2]).toBe(0);
  });

  it("compares shares of people born abroad with each other alone, and says whom another one counts", () => {
    const [share] = differencesOf(
      city("a", known),
      city("b", { ...known, foreignBornPct: null, shareGroup: "with-second-generation" }),
      null,
      40,
    );
    expect(share).toEqual({
      variable: "foreign-born",
      apart: null,
      missing: { own: null, there: "with-second-generation" },
    });
  });

  it("says of which city something is not known; a place in no city has a region at most", () => {
    const differences = differencesOf(city("a", known), undefined, "Europe", 40);
    expect(differences.map((of) => of.apart)).toEqual([null, null, null, 0, null]);
    expect(differences[1]!.missing).toEqual({ own: null, there: "not-known" });
    const nowhere = differencesOf({ ...city("own"), region: "" }, city("b"), null, 40);
    expect(nowhere[3]).toEqual({
      variable: "region",
      apart: null,
      missing: { own: "not-known", there: null },
    });
  });

  it("takes two equal shares for the same where the evidence has no range", () => {
    expect(shareRange([{ foreignBornPct: 7 }, { foreignBornPct: null }])).toBe(0);
    expect(shareRange([])).toBe(0);
    expect(differencesOf(city("a", known), city("b", known), null, 0)[0]!.apart).toBe(0);
  });
});

describe("distanceOf(differences, weights)", () => {
  const pair = fc.tuple(anyCities, anyWeights);

  it("is the mean of what is known with equal weights", () => {
    const differences = differencesOf(
      city("a", known),
      city("b", { ...known, arrivals: null, region: "Asia" }),
      null,
      40,
    );
    expect(distanceOf(differences, equalWeights)).toBeCloseTo((0 + 0 + 1 + 0) / 4, 12);
    expect(
      distanceOf(
        differences,
        everyVariable(() => 1),
      ),
    ).toBe(distanceOf(differences, equalWeights));
  });

  it("is between 0 and 1, the same in both directions and nought to itself", () => {
    fc.assert(
      fc.property(pair, ([[a, b], weights]) => {
        const there = distanceOf(differencesOf(a!, b, null, 50), weights);
        expect(distanceOf(differencesOf(b!, a, null, 50), weights)).toBe(there);
        expect(distanceOf(differencesOf(a!, a, null, 50), weights) ?? 0).toBe(0);
        if (there === null) return;
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("asks for the proportions of the weights alone", () => {
    const low = { ...equalWeights, region: 1, challenges: 0 };
    const high = everyVariable((of) => low[of] * 2);
    const differences = differencesOf(city("a", known), city("b", { ...known, region: "Asia" }), null, 40);
    expect(distanceOf(differences, high)).toBeCloseTo(distanceOf(differences, low)!, 12);
    expect(sharesOfWeight(high)).toEqual(sharesOfWeight(low));
  });

  it("has no influence of a variable whose weight is nought", () => {
    fc.assert(
      fc.property(
        anyCities,
        anyWeights,
        fc.constantFrom("Europe", "Asia"),
        ([of, ...rest], weights, region) => {
          const without = { ...weights, region: 0 };
          const told = (cities: typeof rest) =>
            comparatorsOf(of!, cities, without).map(({ city, distance, rank }) => [city.id, distance, rank]);
          expect(told(rest.map((city) => ({ ...city, region })))).toEqual(told(rest));
        },
      ),
    );
  });

  it("is not known where nothing that counts is known of both, or nothing counts", () => {
    const differences = differencesOf(city("a", known), city("b"), null, 40);
    expect(distanceOf(differences, { ...equalWeights, region: 0 })).toBeNull();
    expect(
      distanceOf(
        differences,
        everyVariable(() => 0),
      ),
    ).toBeNull();
  });
});

describe("shownLikeness(differences, weights)", () => {
  it("gives a point for what is shown alone", () => {
    const differences = differencesOf(city("a", known), undefined, "Europe", 40);
    expect(distanceOf(differences, equalWeights)).toBe(0);
    expect(shownLikeness(differences, equalWeights)).toBeCloseTo(0.2, 12);
    expect(
      shownLikeness(
        differences,
        everyVariable(() => 0),
      ),
    ).toBe(0);
  });

  it("is one minus the distance where everything is known", () => {
    fc.assert(
      fc.property(anyCities, anyWeights, ([a, b], weights) => {
        const full = (of: typeof a) => ({ ...of!, ...known, region: of!.region });
        const differences = differencesOf(full(a), full(b), null, 50);
        const distance = distanceOf(differences, weights);
        expect(shownLikeness(differences, weights)).toBeCloseTo(distance === null ? 0 : 1 - distance, 9);
      }),
    );
  });
});

describe("comparatorsOf(city, cities, weights)", () => {
  it("gives the mapped cities, the nearest first, without itself and without those nobody mapped", () => {
    const own = city("a", known);
    const others = [
      own,
      city("far", { ...known, region: "There" }),
      city("near", known),
      city("described", { ...known, initiatives: null }),
    ];
    expect(comparatorsOf(own, others).map((of) => [of.city.id, of.distance, of.rank, of.isShared])).toEqual([
      ["near", 0, 1, false],
      ["far", 0.2, 2, false],
    ]);
  });

  it("gives cities that are as near the same rank, the one with nearer counts first", () => {
    const others = [
      city("b", { initiatives: counts(9, 9, 9, 9, 9) }),
      city("c", { initiatives: mapped }),
      city("d", { initiatives: mapped, region: "Asia" }),
    ];
    const own = city("a", { initiatives: mapped });
    expect(comparatorsOf(own, others).map((of) => [of.city.id, of.rank, of.isShared])).toEqual([
      ["c", 1, true],
      ["b", 1, true],
      ["d", 3, false],
    ]);
  });

  it("puts a city of which nothing is known last, without a rank", () => {
    const own = { ...city("a", { initiatives: mapped }), region: "" };
    const far = city("far", { initiatives: counts(9, 9, 9, 9, 9) });
    const [first, last] = comparatorsOf(own, [far, city("near", { initiatives: mapped })]);
    expect([first!.city.id, first!.rank, first!.distance, last!.city.id]).toEqual([
      "near",
      null,
      null,
      "far",
    ]);
  });
});

describe("nearestOf(comparators, most)", () => {
  it("takes whole ranks alone, the nearest first, and as many as fit", () => {
    fc.assert(
      fc.property(anyCities, fc.integer({ min: 1, max: 4 }), ([of, ...rest], most) => {
        const comparators = comparatorsOf(
          of!,
          rest.map((city) => ({ ...city, initiatives: mapped })),
        );
        const taken = nearestOf(comparators, most);
        expect(taken).toEqual(comparators.slice(0, taken.length));
        expect(taken.length).toBeLessThanOrEqual(most);
        const next = comparators[taken.length];
        expect(next === undefined || taken.every(({ rank }) => rank !== next.rank)).toBe(true);
        if (!next || next.rank === null) return;
        const level = comparators.filter(({ rank }) => rank === next.rank).length;
        expect(taken.length + level).toBeGreaterThan(most);
      }),
    );
  });
});

describe("rankRanges(comparators)", () => {
  /** Every whole weight from 0 to 4, tried one by one. */
  function* everySetting(): Generator<Weights> {
    for (let code = 1; code < 5 ** contextVariables.length; code++)
      yield everyVariable((of) => Math.floor(code / 5 ** contextVariables.indexOf(of)) % 5);
  }

  it("has each proportion of weights once", () => {
    const proportions = new Set([...everySetting()].map((of) => JSON.stringify(sharesOfWeight(of))));
    expect(weightings().length).toBe(proportions.size);
    expect(weightings().filter(areEqual)).toHaveLength(1);
  });

  it("is what trying every setting finds", () => {
    fc.assert(
      fc.property(anyCities, ([of, ...rest]) => {
        const cities = rest.slice(0, 3).map((city) => ({ ...city, initiatives: mapped }));
        const comparators = comparatorsOf(of!, cities);
        const found = new Map<string, number[]>();
        for (const weights of everySetting()) {
          const told = comparatorsOf(of!, cities, weights);
          const isLevel = told.every(({ rank }) => rank === null || rank === 1);
          if (isLevel && !areEqual(weights)) continue;
          for (const { city, rank } of told)
            if (rank !== null) found.set(city.id, [...(found.get(city.id) ?? []), rank]);
        }
        const ranges = rankRanges(comparators);
        expect([...ranges.keys()].sort()).toEqual([...found.keys()].sort());
        for (const [id, ranks] of found)
          expect(ranges.get(id)).toMatchObject({ best: Math.min(...ranks), worst: Math.max(...ranks) });
      }),
      { numRuns: 4 },
    );
  });

  it("contains the rank of equal weights, and of every setting that tells an order", () => {
    const cities = readCityContexts(rowsOf);
    for (const of of cities) {
      const ranges = rankRanges(comparatorsOf(of, cities));
      for (const weights of [
        equalWeights,
        { ...equalWeights, region: 4 },
        { ...equalWeights, "foreign-born": 1 },
      ])
        for (const { city, rank } of comparatorsOf(of, cities, weights)) {
          if (rank === null) continue;
          const { best, worst, nearestThree } = ranges.get(city.id)!;
          expect(best).toBeLessThanOrEqual(rank);
          expect(worst).toBeGreaterThanOrEqual(rank);
          expect(nearestThree >= 0 && nearestThree <= 1).toBe(true);
        }
    }
  });

  it("takes no share of Rotterdam for one of people born abroad", () => {
    const cities = readCityContexts(rowsOf);
    const auckland = cities.find(({ id }) => id === "auckland")!;
    const rotterdam = comparatorsOf(auckland, cities).find((of) => of.city.id === "rotterdam")!;
    expect(rotterdam.differences[0]).toMatchObject({ variable: "foreign-born", apart: null });
    expect(rotterdam.distance).toBeGreaterThan(0.5);
  });
});
