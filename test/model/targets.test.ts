import { describe, expect, it } from "vitest";
import { targetByDimension } from "../../src/model/targets.js";
import { model, valueOf } from "../support/model/real-model.js";
import { smallModel } from "../support/model/small-model.js";

describe("targetByDimension(baseline, target)", () => {
  // Table 7, sorted by hand: social 5 7 10 10 11 12 13 21, cultural 2 3 5 6 6 8 10 16, legal 3 3 5 7 7 7 8 9,
  // political 0 0 1 1 1 1 2 6, economic 3 3 5 5 6 10 11 14. R-7 of eight: place 4.5 and place 6.25, from 1.
  it.each([
    ["median", [10.5, 6, 7, 1, 5.5]],
    ["upper-quartile", [12.25, 8.5, 7.25, 1.25, 10.25]],
    ["best", [21, 16, 9, 6, 14]],
  ] as const)("the %s of the mapped cities is %j", (kind, expected) => {
    expect(Array.from(valueOf(targetByDimension(model.baseline, { kind })))).toEqual(expected);
  });

  it("takes own figures as they are, in the order of the dimensions", () => {
    const initiatives = { economic: 5, political: 4, legal: 3, cultural: 2, social: 1 };
    expect(Array.from(valueOf(targetByDimension(smallModel.baseline, { kind: "own", initiatives })))).toEqual(
      [1, 2, 3, 4, 5],
    );
  });

  it("leaves the counts as they are", () => {
    const before = smallModel.baseline.initiatives.slice();
    targetByDimension(smallModel.baseline, { kind: "median" });
    expect(smallModel.baseline.initiatives).toEqual(before);
  });
});
