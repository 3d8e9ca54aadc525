import { expect } from "vitest";

/** Expects a number within rounding of another, or neither to be known. */
export function near(value: number, expected: number, scale = 1, what = "") {
  const apart = Math.abs(value - expected);
  if (Number.isNaN(value) && Number.isNaN(expected)) return;
  expect(apart, `${what}: ${value}, plainly ${expected}`).toBeLessThanOrEqual(1e-9 * Math.max(1, scale));
}
