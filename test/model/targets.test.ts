import { describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import { startOf } from "../../src/model/start.js";
import type { Target } from "../../src/model/targets.js";
import { model, valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

const D = dimensions.length;
const { cities } = model.baseline;
const targetsOf = (target: Target, of = model) => Array.from(valueOf(startOf(of, { target })).targets);
const ofCity = (targets: readonly number[], city: string) => {
  const from = cities.indexOf(city) * D;
  return targets.slice(from, from + D);
};
const faultsOf = (target: unknown) => {
  const outcome = startOf(model, { target: target as Target });
  return outcome.ok ? [] : outcome.faults.map(({ kind, field }) => [kind, field]);
};

describe("targets of a scenario", () => {
  // Table 7, sorted by hand: social 5 7 10 10 11 12 13 21, cultural 2 3 5 6 6 8 10 16, legal 3 3 5 7 7 7 8 9,
  // political 0 0 1 1 1 1 2 6, economic 3 3 5 5 6 10 11 14. R-7 of eight: place 4.5 and place 6.25, from 1.
  it.each([
    ["median", [10.5, 6, 7, 1, 5.5]],
    ["upper-quartile", [12.25, 8.5, 7.25, 1.25, 10.25]],
    ["best", [21, 16, 9, 6, 14]],
  ] as const)("the %s of the mapped cities is %j in each of them", (kind, expected) => {
    const targets = targetsOf({ kind });
    for (const city of cities) expect(ofCity(targets, city)).toEqual(expected);
  });

  it("takes own figures as they are, in the order of the dimensions", () => {
    const initiatives = { economic: 5, political: 4, legal: 3, cultural: 2, social: 1 };
    expect(targetsOf({ kind: "own", initiatives }, smallModel).slice(0, D)).toEqual([1, 2, 3, 4, 5]);
  });

  it("takes a city's own figures in the place of those for all, and leaves its other dimensions", () => {
    const initiatives = { social: 10, cultural: 6, legal: 7, political: 1, economic: 5 };
    const targets = targetsOf({ kind: "own", initiatives, cities: { lisbon: { political: 3 } } });
    expect(ofCity(targets, "lisbon")).toEqual([10, 6, 7, 3, 5]);
    expect(ofCity(targets, "nairobi")).toEqual([10, 6, 7, 1, 5]);
  });

  it("leaves the counts as they are", () => {
    const before = smallModel.baseline.initiatives.slice();
    targetsOf({ kind: "median" }, smallModel);
    expect(smallModel.baseline.initiatives).toEqual(before);
  });

  it("names the city and the dimension of a figure that is out of range, and what no city or dimension is", () => {
    const initiatives = { social: 10, cultural: 6, legal: 7, political: 1, economic: 5 };
    const own = (given: unknown) => faultsOf({ kind: "own", initiatives, cities: given });
    expect(own({ lisbon: { political: -1 } })).toEqual([["out-of-range", "lisbon.political"]]);
    expect(own({ berlin: { political: 1 } })).toEqual([["no-mapped-city", "target.cities"]]);
    expect(own({ lisbon: { sport: 1 } })).toEqual([["unknown-dimension", "target.cities.lisbon"]]);
    expect(faultsOf({ kind: "median", per: "cats" })).toEqual([["unknown-heads", "target.per"]]);
  });
});

describe("targets per 100,000", () => {
  const centralOf = (id: string) => model.assumptions.find((one) => one.id === id)!.central;
  const headsOf = (city: string, per: "residents" | "migrants") =>
    centralOf(`residents-${city}`) * (per === "migrants" ? centralOf(`migrant-share-${city}`) : 1);

  it.each(["residents", "migrants"] as const)(
    "the best per 100,000 %s is covered in full by its own city",
    (per) => {
      const targets = targetsOf({ kind: "best", per });
      for (const [d] of dimensions.entries()) {
        const rates = cities.map(
          (city, c) => (model.baseline.initiatives[c * D + d]! * 1e5) / headsOf(city, per),
        );
        const most = Math.max(...rates);
        cities.forEach((city, c) =>
          expect(targets[c * D + d]).toBeCloseTo((most * headsOf(city, per)) / 1e5, 9),
        );
      }
    },
  );

  it("own figures are of each 100,000, so that a city ten times as large needs ten times as many", () => {
    const initiatives = { social: 1, cultural: 0, legal: 0, political: 0, economic: 0 };
    const targets = targetsOf({ kind: "own", initiatives, per: "residents" });
    for (const city of cities)
      expect(ofCity(targets, city)[0]).toBeCloseTo(headsOf(city, "residents") / 1e5, 9);
  });

  it("of a city that only its reader counted they cannot be said, and the fault names it", () => {
    const none = { social: 1, cultural: 2, legal: 3, political: 4, economic: 5 };
    const partnerships = { "public-private": 1, "third-private": 1, "third-public": 1, other: 0 };
    const ownCity = { name: "Town", country: "", initiatives: none, partnerships };
    const outcome = startOf(model, { ownCity, target: { kind: "median", per: "residents" } });
    expect(outcome.ok ? [] : outcome.faults).toMatchObject([
      { kind: "not-known-of-city", city: { name: "Town" }, figure: "heads" },
    ]);
  });
});
