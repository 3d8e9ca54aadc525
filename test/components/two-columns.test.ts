import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossings, fewCrossings, stacked } from "../../src/components/two-columns.js";

const line = (left: string, right: string) => ({ left, right });

describe("fewCrossings(left, right, lines)", () => {
  it("turns an order round so that no lines cross", () => {
    const lines = [line("a", "z"), line("b", "y"), line("c", "x")];
    const order = fewCrossings(["a", "b", "c"], ["x", "y", "z"], lines);
    expect(crossings(order, lines)).toBe(0);
    expect(order.right.map((key) => lines.find(({ right }) => right === key)!.left)).toEqual(order.left);
  });

  it("keeps every key once, and never has more crossings than it was given", () => {
    const lefts = ["a", "b", "c", "d"];
    const rights = ["v", "w", "x", "y", "z"];
    const any = fc.array(fc.record({ left: fc.constantFrom(...lefts), right: fc.constantFrom(...rights) }));
    fc.assert(
      fc.property(any, (lines) => {
        const order = fewCrossings(lefts, rights, lines);
        expect([...order.left].sort()).toEqual(lefts);
        expect([...order.right].sort()).toEqual(rights);
        expect(crossings(order, lines)).toBeLessThanOrEqual(crossings({ left: lefts, right: rights }, lines));
      }),
    );
  });
});

describe("stacked(wanted, heights, room)", () => {
  it("stands entries where they want to where there is room", () => {
    expect(stacked([20, 60], [10, 10], [0, 100])).toEqual([20, 60]);
  });

  it("shares the room of two that want the same place", () => {
    expect(stacked([50, 50], [10, 10], [0, 100])).toEqual([45, 55]);
  });

  it("keeps entries in order, apart and in the room", () => {
    const entries = fc.array(
      fc.record({ want: fc.integer({ min: -50, max: 300 }), height: fc.integer({ min: 5, max: 40 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(entries, (all) => {
        const heights = all.map(({ height }) => height);
        const total = heights.reduce((sum, height) => sum + height, 0);
        const middles = stacked(
          all.map(({ want }) => want),
          heights,
          [10, 10 + total + 60],
        );
        expect(middles[0]! - heights[0]! / 2).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(middles.at(-1)! + heights.at(-1)! / 2).toBeLessThanOrEqual(10 + total + 60 + 1e-9);
        for (let i = 1; i < middles.length; i++)
          expect(middles[i]! - middles[i - 1]!).toBeGreaterThanOrEqual(
            (heights[i]! + heights[i - 1]!) / 2 - 1e-9,
          );
      }),
    );
  });
});
