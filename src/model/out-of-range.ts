import type { FaultOf } from "./fault.js";
import type { Range } from "./range.js";

/** The fault of a value that must be a number in a range, or null. Text, NaN and infinity are refused. */
export function outOfRange(
  value: unknown,
  { minimum, maximum, unit }: Range,
  field: string,
  lever?: number,
): FaultOf<"out-of-range"> | null {
  if (typeof value === "number" && value >= minimum && value <= maximum) return null;
  return {
    kind: "out-of-range",
    field,
    value: typeof value === "number" ? value : null,
    minimum,
    maximum,
    unit,
    ...(lever === undefined ? {} : { lever }),
  };
}
