import type { Fact } from "./facts.js";
import type { WrittenNumber } from "./written-number.js";

/** Numbers between two ends; an open end is not one of them. */
export interface Interval {
  low: number;
  high: number;
  lowOpen?: boolean;
  highOpen?: boolean;
}

/** How far "about" reaches to both sides, as a share of the number; fractions in words are as loose. */
const aboutShare = 0.05;
/** How far "nearly" reaches below and "just over" above. */
const nearShare = 0.1;

/**
 * The numbers that a text would be right with.
 * @param value what its digits stand for
 * @param whole whether what is counted comes in whole numbers; a mean does not
 */
export function intervalOfText(value: number, number: WrittenNumber, whole = true): Interval {
  const { approximation, upTo } = number;
  if (upTo !== undefined) return { low: Math.min(value, upTo), high: Math.max(value, upTo) };
  const spread = Math.max(aboutShare * Math.abs(value), half(value, number, whole));
  switch (approximation) {
    case "about":
      return { low: value - spread, high: value + spread };
    case "nearly":
      return { low: value * (1 - nearShare), high: value };
    case "just-over":
      return { low: value, high: value * (1 + nearShare) };
    case "more":
      return { low: value, high: Infinity, lowOpen: true };
    case "at-least":
      return { low: value, high: Infinity };
    case "fewer":
      return { low: -Infinity, high: value, highOpen: true };
    case "at-most":
      return { low: -Infinity, high: value };
    case "exact":
      if (number.form === "fraction") return { low: value - spread, high: value + spread };
      return { low: value - half(value, number, whole), high: value + half(value, number, whole) };
  }
}

/**
 * Half of the step that a number is rounded to. Small counts are exact; of a share, of decimals and of thousands the digits
 * say how finely it is told.
 */
function half(value: number, { step, unit, form }: WrittenNumber, whole: boolean): number {
  if (form === "fraction") return 0;
  if (unit === "percent" || step !== 1 || !whole) return step / 2;
  let tens = 1;
  while (value >= 1000 && value % (tens * 10) === 0) tens *= 10;
  return tens >= 1000 ? tens / 2 : 0;
}

/** The numbers that the evidence leaves room for. */
export function intervalOfFact({ value, upTo, qualifier }: Fact): Interval {
  if (upTo !== undefined) return { low: value, high: upTo };
  switch (qualifier) {
    case "≈":
      return { low: value * (1 - aboutShare), high: value * (1 + aboutShare) };
    case ">":
      return { low: value, high: Infinity, lowOpen: true };
    case "≥":
      return { low: value, high: Infinity };
    case "<":
      return { low: -Infinity, high: value, highOpen: true };
    case "≤":
      return { low: -Infinity, high: value };
    case undefined:
      return { low: value, high: value };
  }
}

/** Whether all numbers of one interval are in another. Rounding of binary fractions is forgiven. */
export function isWithin(inner: Interval, outer: Interval): boolean {
  const low =
    inner.low > outer.low || (near(inner.low, outer.low) && (!outer.lowOpen || inner.lowOpen === true));
  const high =
    inner.high < outer.high || (near(inner.high, outer.high) && (!outer.highOpen || inner.highOpen === true));
  return low && high;
}

/** Whether two intervals have no number in common. */
export function isApart(a: Interval, b: Interval): boolean {
  const before = (left: Interval, right: Interval) =>
    left.high < right.low - tiny(right.low) ||
    (near(left.high, right.low) && (left.highOpen === true || right.lowOpen === true));
  return before(a, b) || before(b, a);
}

const tiny = (value: number) => (Number.isFinite(value) ? Math.abs(value) * 1e-9 + 1e-12 : 0);
const near = (a: number, b: number) => a === b || Math.abs(a - b) <= tiny(a);
