import type { LeverKind } from "../model/levers/lever-kind.js";
import { formatNumber } from "./format.js";

/** A lever's value with its sign: "+30 %", "−22 %", "4". */
export function leverValueWords(value: number, { minimum, maximum }: LeverKind): string {
  const text = maximum === 1 ? `${formatNumber(value * 100)} %` : formatNumber(value);
  return minimum < 0 && value > 0 ? `+${text}` : text;
}
