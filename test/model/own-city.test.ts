import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dimensions, partnershipTypes } from "../../src/model/names.js";
import { modelFor, ownCityId, type OwnCity } from "../../src/model/own-city.js";
import { simulate } from "../../src/model/simulate.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { anyOwnCity } from "../support/model/any-own-city.js";
import { model, valueOf } from "../support/model/real-model.js";

const ghent: OwnCity = {
  name: "Ghent",
  country: "Belgium",
  initiatives: { social: 7, cultural: 3, legal: null, political: 0, economic: 4 },
  partnerships: { "public-private": 1, "third-private": 2, "third-public": 6, other: null },
};
const lisbon = model.baseline.cities.indexOf("lisbon");
const countsOf = (counts: Float64Array, names: readonly string[]) =>
  Object.fromEntries(names.map((name, i) => [name, counts[lisbon * names.length + i]!]));
/** A city typed in with the very counts of Lisbon. */
const twin: OwnCity = {
  name: "Twin",
  country: "",
  initiatives: countsOf(model.baseline.initiatives, dimensions) as OwnCity["initiatives"],
  partnerships: countsOf(model.baseline.partnerships, partnershipTypes) as OwnCity["partnerships"],
};

describe("a scenario of a reader's own city", () => {
  it("comes to what a mapped city of the same counts comes to, to the last bit", () => {
    const levers = (city: string): Lever[] => [
      { kind: "initiatives", city, dimension: "political", initiatives: 2 },
    ];
    const target = { kind: "best" } as const;
    // What she did not type is what it is in the mapped cities: here it is made that of Lisbon.
    const ofLisbon = (id: string) => model.assumptions.find((one) => one.id === `${id}-lisbon`)!.central;
    const overrides = { [`price-level-${ownCityId}`]: { central: ofLisbon("price-level") } };
    const own = valueOf(simulate(model, { ownCity: twin, levers: levers(ownCityId), target, overrides }));
    const all = valueOf(simulate(model, { levers: levers("lisbon"), target }));
    expect(own.targets).toEqual([all.targets[0]]);
    own.years.forEach((year, t) => {
      const [mine, mapped] = [year.cities[0]!, all.years[t]!.cities[lisbon]!];
      expect(mine.coverage).toEqual(mapped.coverage);
      expect(mine.initiatives).toEqual(mapped.initiatives);
      expect(year.coverage).toBe(mapped.cityCoverage);
      // The table of assumptions rounds the share to three decimals.
      expect(mine.cost.public / mapped.cost.public).toBeCloseTo(1, 2);
    });
  });

  it("has its public share and its interval as the mapped cities have theirs", () => {
    const mapped = model.assumptions.find(({ id }) => id === "public-share-lisbon")!;
    const own = modelFor(model, twin).assumptions.find(({ id }) => id === `public-share-${ownCityId}`)!;
    expect(own.evidence).toBe("derived");
    for (const end of ["low", "central", "high"] as const) expect(own[end]).toBeCloseTo(mapped[end], 3);
  });

  it("takes the spread of the mapped cities where its partnerships are not known", () => {
    const { assumptions } = modelFor(model, ghent);
    expect(assumptions.find(({ id }) => id === "public-share-own-city")).toMatchObject({
      evidence: "assumed",
      low: 0.117,
      high: 0.98,
    });
    // 0.46, 0.72, 0.77, 0.79 … and so on: half-way between the fourth and the fifth of eight.
    expect(assumptions.find(({ id }) => id === "price-level-own-city")).toMatchObject({
      evidence: "assumed",
      central: 0.78,
    });
  });

  it("never takes what is not known for zero: it weighs nothing, fills no gap and is not shown", () => {
    const rise: Lever = { kind: "funding", city: ownCityId, change: 1, spend: "gap-first" };
    const { years } = valueOf(simulate(model, { ownCity: ghent, levers: [rise] }));
    const legal = dimensions.indexOf("legal");
    for (const { cities } of years) {
      expect(cities[0]!.coverage[legal]).toBeNaN();
      expect(cities[0]!.initiatives[legal]).toBeNaN();
      expect(cities[0]!.publicPrivateShare).toBeNaN();
      const known = cities[0]!.coverage.filter((kappa) => !Number.isNaN(kappa));
      expect(cities[0]!.cityCoverage).toBeCloseTo(known.reduce((a, b) => a + b, 0) / 4, 12);
    }
    const zero = { ...ghent, initiatives: { ...ghent.initiatives, legal: 0 } };
    const counted = valueOf(simulate(model, { ownCity: zero, levers: [] })).years[0]!;
    expect(counted.coverage).toBeLessThan(years[0]!.coverage);
  });

  it("leaves the mapped cities as they are, and goes back to them", () => {
    expect(modelFor(modelFor(model, ghent), undefined)).toBe(model);
    expect(modelFor(modelFor(model, twin), ghent)).toEqual(modelFor(model, ghent));
    const before = JSON.stringify(valueOf(simulate(model, { levers: [] })));
    valueOf(simulate(model, { ownCity: ghent, levers: [] }));
    expect(JSON.stringify(valueOf(simulate(model, { levers: [] })))).toBe(before);
  });

  it("keeps coverage between 0 and 1 and its draws finite, whatever is known of it", () => {
    fc.assert(
      fc.property(anyOwnCity, (ownCity) => {
        const drawn = valueOf(uncertainty(model, { ownCity, levers: [] }, { draws: 20 }));
        const { coverage } = valueOf(simulate(model, { ownCity, levers: [] })).years[0]!;
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(Number.isFinite(drawn.all.public.p50)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
