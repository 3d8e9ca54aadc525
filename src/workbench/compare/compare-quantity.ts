import { formatEuro } from "../../components/euro.js";
import { formatNumber, percent } from "../../components/format.js";

/** What is compared, and how its values and their differences are said. */
export interface Quantity {
  name: string;
  show: (value: number) => string;
  /** Words of a difference where they are others than those of a value. */
  showDifference?: (value: number) => string;
  /** Smallest difference that is told. */
  least: number;
  /** Smallest step between two values as they are shown; a difference is told of these, so that it fits what stands beside it. */
  step?: number;
}

/** A share, in per cent; its difference in points. */
export const share = (name: string): Quantity => ({
  name,
  show: (value) => percent(value, 1),
  showDifference: (value) => `${formatNumber(value * 100, 1)} points`,
  least: 0.0005,
  step: 0.001,
});

/** An amount of money, EUR. */
export const money = (name: string): Quantity => ({ name, show: formatEuro, least: 500 });

/** A difference with its sign: "+12.0 points", "−€450,000". @param none what is said where it is too small to tell */
export function signedDifference(
  { show, showDifference = show, least }: Quantity,
  difference: number,
  none: string,
): string {
  if (Math.abs(difference) < least) return none;
  return `${difference > 0 ? "+" : ""}${showDifference(difference)}`;
}
