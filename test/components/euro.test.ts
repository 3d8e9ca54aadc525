import { describe, expect, it } from "vitest";
import { euroFigures, euroMillions } from "../../src/components/euro.js";

describe("euros to two significant figures", () => {
  it.each([
    [4_272_776, "4,300,000", "4.3"],
    [51_170_000, "51,000,000", "51"],
    [450_400, "450,000", "0.45"],
    [12_300, "12,000", "0.012"],
    [0, "0", "0"],
    [-999_999, "−1,000,000", "−1.0"],
  ])("%d is %s in a column and %s million on a label", (eur, inColumn, onLabel) => {
    expect(euroFigures(eur)).toBe(inColumn);
    expect(euroMillions(eur)).toBe(onLabel);
  });
});
