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
    const { stretches, told, explained } = turn(drawn.map((value) => 0.3 - value));
    expect(explained).toBeCloseTo(1, 9);
    expect(told).toBe(true);
    expect(stretches.map(({ lead }) => lead)).toEqual(["ahead", "behind"]);
    expect(stretches[0]).toMatchObject({ from: 0, low: null });
    expect(stretches[0]!.high).toBeCloseTo(0.3, 2);
    expect(stretches[0]!.to).toBeCloseTo(0.3, 2);
    expect(stretches[1]).toMatchObject({ to: 1, high: null, low: stretches[0]!.high });
  });

  it("finds both where it is ahead in the middle alone", () => {
    const { stretches } = turn(drawn.map((value) => (value - 0.2) * (0.7 - value)));
    expect(stretches.map(({ lead }) => lead)).toEqual(["behind", "ahead", "behind"]);
    expect(stretches.map(({ to }) => to)).toEqual([expect.closeTo(0.2, 1), expect.closeTo(0.7, 1), 1]);
  });

  it("finds none where the plan is ahead all along, at the outermost draws, or where chance would do", () => {
    const leads = (lead: Float64Array) => turn(lead).stretches.map(({ lead }) => lead);
    expect(leads(drawn.map((value) => 2 - value))).toEqual(["ahead"]);
    expect(leads(drawn.map((value) => 0.98 - value))).toEqual(["ahead"]);
    expect(turn(drawn.map((value) => 2 - value)).told).toBe(false);
    expect(turn(drawn.map((_, i) => (i % 2 === 0 ? 1 : -1))).told).toBe(false);
  });

  it("says that a plan leads nowhere where it is only as good, though the curve passes through zero", () => {
    // Behind where the value is low, level above: the cubic swings to the other side.
    const lead = drawn.map((value) => (value < 0.5 ? -0.1 * (0.5 - value) : 0));
    const { stretches } = turn(lead);
    expect(stretches.some(({ lead }) => lead === "ahead")).toBe(false);
    expect(stretches[0]!.lead).toBe("behind");
    // And the other way round.
    const behind = turn(lead.map((value) => -value)).stretches;
    expect(behind.some(({ lead }) => lead === "behind")).toBe(false);
    // Equal everywhere: neither.
    expect(turn(drawn.map(() => 0)).stretches).toMatchObject([{ lead: "level", from: 0, to: 1 }]);
  });
});
