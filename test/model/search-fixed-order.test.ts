import { describe, expect, it } from "vitest";
import { meansOf } from "../../src/model/search/aim.js";
import { asFarAsMoneyGoes, fixedOrder } from "../../src/model/search/fixed-order.js";
import { groundOf } from "../../src/model/search/ground.js";
import { smallModel } from "../support/model/small-model.js";
import { valueOf } from "../support/model/real-model.js";

const initiatives = { social: 8, cultural: 4, legal: 2, political: 0, economic: 4 };
const ground = valueOf(groundOf(smallModel, { levers: [], target: { kind: "own", initiatives } }));
// Places: north social 0, cultural 1, legal 2, economic 4; south legal 7.
const plan = Float64Array.of(2, 1, 1, 0, 1, 0, 0, 1, 0, 0);

describe("fixedOrder(ground, means, plan, money)", () => {
  it("starts what raises coverage most for its money first", () => {
    // Each raises κ of its dimension by 1 / target: of K, by a tenth of that. All money: social 1/8 for €100,000, cultural
    // 1/4 for €200,000, legal 1/2 for €300,000, economic 1/4 for €100,000; of equal ones the first place.
    expect(fixedOrder(ground, meansOf(ground, "coverage", []), plan, "total")).toEqual([4, 2, 7, 0, 0, 1]);
    // Of public money North pays half and South four fifths: South's legal initiative falls behind.
    expect(fixedOrder(ground, meansOf(ground, "coverage", []), plan, "public")).toEqual([4, 2, 0, 0, 1, 7]);
  });

  it("starts what lifts the weakest first, and where nothing lifts it, what raises mean coverage", () => {
    // North is the weaker: what South gets lifts it never, and comes last.
    expect(fixedOrder(ground, meansOf(ground, "weakest-city", []), plan, "total")).toEqual([
      4, 2, 0, 0, 1, 7,
    ]);
  });
});

describe("asFarAsMoneyGoes(order, cost, budget)", () => {
  const order = [4, 2, 7, 0, 0, 1];
  const cost = ground.cost.total;

  it("starts one after another until the next can no longer be paid", () => {
    const none = new Float64Array(10);
    expect(asFarAsMoneyGoes(order, cost, 99_999)).toEqual({ plan: none, whole: false });
    expect(asFarAsMoneyGoes(order, cost, 400_000)).toEqual({
      plan: Float64Array.of(0, 0, 1, 0, 1, 0, 0, 0, 0, 0),
      whole: false,
    });
    // €250,000 left would pay two social initiatives; but the legal one of South comes first, and all stops there.
    expect(asFarAsMoneyGoes(order, cost, 650_000).plan).toEqual(
      Float64Array.of(0, 0, 1, 0, 1, 0, 0, 0, 0, 0),
    );
    expect(asFarAsMoneyGoes(order, cost, 1_100_000)).toEqual({ plan, whole: true });
    expect(asFarAsMoneyGoes(order, cost, 1_099_999).whole).toBe(false);
  });

  it("needs no money for nothing", () =>
    expect(asFarAsMoneyGoes([], cost, 0)).toEqual({ plan: new Float64Array(10), whole: true }));
});
