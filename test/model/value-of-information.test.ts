import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitByRank, orderBy, polynomialsOver } from "../../src/model/rank-fit.js";
import { partialInformation, perfectInformation, shortlist } from "../../src/model/value-of-information.js";
import { normals, unitNormalLoss } from "../support/model/normal.js";
import { chanceShows, madeUpOrders } from "../../src/model/made-up.js";

/** Three standard errors of the mean of what is averaged. */
function bounds(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return 3 * Math.sqrt(variance / values.length);
}

const n = 20_000;
const none = new Float64Array(n);

describe("perfectInformation(levels)", () => {
  it.each([
    [0, 1],
    [0.5, 1],
    [-0.5, 2],
    [-1.5, 1],
  ])("is the unit normal loss of a gain N(%d, %d) against nothing", (mean, deviation) => {
    const gain = normals(n, 11).map((z) => mean + deviation * z);
    const expected = unitNormalLoss(mean, deviation);
    // max(gain, 0) less the better mean.
    const off = bounds(gain.map((value) => Math.max(value, 0) - (mean > 0 ? value : 0)));
    expect(Math.abs(perfectInformation([gain, none]) - expected)).toBeLessThan(off);
  });

  it("is nothing with a single plan, or where one is best in every draw", () => {
    const one = Float64Array.of(1, 2, 3);
    expect(perfectInformation([one])).toBe(0);
    expect(perfectInformation([one, one.map((value) => value - 1)])).toBe(0);
  });
});

describe("partialInformation(levels, order)", () => {
  const [first, second] = [normals(n, 21), normals(n, 22)];

  it.each([
    [0.3, 1, 1],
    [-0.5, 1.5, 0.5],
    [0, 0.5, 2],
  ])("is the unit normal loss of an assumption’s own part of a gain: %d + %d θ₁ + %d θ₂", (mean, a, b) => {
    const gain = first.map((z, i) => mean + a * z + b * second[i]!);
    const own = first.map((z) => Math.max(0, mean + a * z) - (mean > 0 ? mean + a * z : 0));
    // The cubic of ranks holds 99 in 100 of the variance of a straight line of a normal: a hundredth more.
    const off = bounds(own) + bounds(gain) / 10 + 0.02 * a;
    expect(Math.abs(partialInformation([gain, none], orderBy(first)) - unitNormalLoss(mean, a))).toBeLessThan(
      off,
    );
  });

  it("is as good as nothing for what moves nothing", () => {
    const [gain, other] = [first.map((z) => 0.2 + z), normals(n, 23)];
    expect(partialInformation([gain, none], orderBy(other))).toBeLessThan(0.005);
  });

  it("agrees with the mean of sorted parts (Strong & Oakley 2013)", () => {
    const gain = first.map((z, i) => 0.1 + z / Math.sqrt(1 + z * z) + second[i]! / 2);
    const order = orderBy(first);
    const parts = 50;
    let best = 0;
    for (let part = 0; part < parts; part++) {
      const own = order.slice((part * n) / parts, ((part + 1) * n) / parts);
      best += Math.max(0, own.reduce((sum, i) => sum + gain[i]!, 0) / own.length) / parts;
    }
    const mean = gain.reduce((a, b) => a + b, 0) / n;
    const sorted = best - Math.max(0, mean);
    expect(Math.abs(partialInformation([gain, none], order) - sorted)).toBeLessThan(0.1 * sorted);
  });

  it("lies between nothing and perfect information, whatever the levels", () => {
    const value = fc.integer({ min: -100, max: 100 }).map((whole) => whole / 10);
    const many = fc
      .record({ plans: fc.integer({ min: 1, max: 4 }), draws: fc.integer({ min: 1, max: 30 }) })
      .chain(({ plans, draws }) =>
        fc.array(fc.array(value, { minLength: draws, maxLength: draws }), {
          minLength: plans + 1,
          maxLength: plans + 1,
        }),
      );
    fc.assert(
      fc.property(many, ([given, ...plans]) => {
        const levels = plans.map((plan) => Float64Array.from(plan));
        const partial = partialInformation(levels, orderBy(given!));
        expect(partial).toBeGreaterThanOrEqual(0);
        expect(partial).toBeLessThanOrEqual(perfectInformation(levels));
      }),
    );
  });
});

describe("fitByRank(values, order, polynomials)", () => {
  it("is the least-squares cubic of the place in the order, as the normal equations give it", () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer(), (given, seed) => {
        const y = Float64Array.from(given);
        const order = orderBy(normals(y.length, seed));
        const { fitted, explained } = fitByRank(y, order, polynomialsOver(y.length));
        const plain = cubic(order.map((i) => y[i]!));
        fitted.forEach((value, i) => expect(Math.abs(value - plain[i]!)).toBeLessThan(1e-6));
        const mean = given.reduce((a, b) => a + b, 0) / given.length;
        const of = (list: readonly number[]) => list.reduce((sum, v) => sum + (v - mean) ** 2, 0);
        if (of(given) > 0) expect(explained).toBeCloseTo(of(plain) / of(given), 6);
        else expect(explained).toBe(0);
      }),
    );
  });

  it("keeps the mean, and follows any cubic exactly", () => {
    const places = Float64Array.from({ length: 31 }, (_, i) => i);
    const y = places.map((x) => 2 - x + 0.3 * x * x - 0.01 * x * x * x);
    const { fitted, explained } = fitByRank(y, orderBy(places), polynomialsOver(31));
    fitted.forEach((value, i) => expect(value).toBeCloseTo(y[i]!, 9));
    expect(explained).toBeCloseTo(1, 12);
  });
});

/** A cubic of the places by normal equations and elimination. */
function cubic(y: readonly number[]): number[] {
  const x = y.map((_, i) => (2 * i) / (y.length - 1) - 1);
  const powers = [0, 1, 2, 3];
  const rows = powers.map((r) => [
    ...powers.map((c) => x.reduce((sum, v) => sum + v ** (r + c), 0)),
    x.reduce((sum, v, i) => sum + v ** r * y[i]!, 0),
  ]);
  for (const p of powers)
    for (const r of powers) {
      if (r === p) continue;
      const factor = rows[r]![p]! / rows[p]![p]!;
      rows[r] = rows[r]!.map((value, c) => value - factor * rows[p]![c]!);
    }
  const part = powers.map((p) => rows[p]![4]! / rows[p]![p]!);
  return x.map((v) => part.reduce((sum, own, p) => sum + own * v ** p, 0));
}

describe("shortlist(levels, most)", () => {
  it("takes the best on average first, then what adds most to it, and nothing that adds nothing", () => {
    const plans = [
      Float64Array.of(3, 0, 0, 3),
      Float64Array.of(2, 2, 2, 2),
      Float64Array.of(0, 3, 0, 0),
      Float64Array.of(1, 1, 1, 1),
    ];
    expect(shortlist(plans, 4)).toEqual([1, 0, 2]);
    expect(shortlist(plans, 2)).toEqual([1, 0]);
  });
});

describe("madeUpOrders(n, seed)", () => {
  it("has a thousand orders of all draws, the same for a seed", () => {
    const orders = madeUpOrders(30, 7);
    expect(orders).toHaveLength(1000);
    for (const order of orders)
      expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(madeUpOrders(30, 7)).toEqual(orders);
    expect(madeUpOrders(30, 8)).not.toEqual(orders);
    expect(new Set(orders.map(String)).size).toBe(1000);
  });
});

describe("chanceShows(values, among)", () => {
  it("is what nineteen in twenty do not pass, of one or of all that are looked at", () => {
    const values = Array.from({ length: 1000 }, (_, i) => 999 - i);
    expect(chanceShows(values, 1)).toBe(949);
    expect(chanceShows(values, 10)).toBe(994);
    expect(chanceShows(values, 0)).toBe(949);
  });
});
