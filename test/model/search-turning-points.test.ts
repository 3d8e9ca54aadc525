import { describe, expect, it } from "vitest";
import type { Assumption } from "../../src/model/assumptions.js";
import { orderBy } from "../../src/model/rank-fit.js";
import { turningPoints } from "../../src/model/search/turning-points.js";
import { smallModel } from "../support/model/small-model.js";

const assumption: Assumption = smallModel.assumptions[0]!;
/** 200 values from 0 to 1, out of order. */
const drawn = Float64Array.from({ length: 200 }, (_, i) => (((i * 73) % 200) + 0.5) / 200);
const turn = (lead: Float64Array, chance = 0.02) =>
  turningPoints(lead, [assumption], [drawn], [orderBy(drawn)], chance)[0]!;

describe("turningPoints(lead, assumptions, drawn, orders, chance)", () => {
  it("finds the value at which a plan falls behind, with the share of the draws below it", () => {
    const { turns, ahead, told, explained } = turn(drawn.map((value) => 0.3 - value));
    expect(explained).toBeCloseTo(1, 9);
    expect([told, ahead]).toEqual([true, { low: true, high: false }]);
    expect(turns).toHaveLength(1);
    expect(turns[0]!.value).toBeCloseTo(0.3, 2);
    expect(turns[0]!.share).toBeCloseTo(0.3, 2);
  });

  it("finds both where it is ahead in the middle alone", () => {
    const { turns, ahead } = turn(drawn.map((value) => (value - 0.2) * (0.7 - value)));
    expect(ahead).toEqual({ low: false, high: false });
    expect(turns.map(({ share }) => share)).toEqual([
      expect.closeTo(0.2, 1) as number,
      expect.closeTo(0.7, 1) as number,
    ]);
  });

  it("finds none where the plan is ahead all along, at the outermost draws, or where chance would do", () => {
    expect(turn(drawn.map((value) => 2 - value)).turns).toEqual([]);
    expect(turn(drawn.map((value) => 0.98 - value)).turns).toEqual([]);
    const scattered = drawn.map((_, i) => (i % 2 === 0 ? 1 : -1));
    const { turns, told } = turn(scattered);
    expect([turns, told]).toEqual([[], false]);
  });
});
