import { sideDrawn, type Spread } from "../model/distribution.js";

/** That draws lie on one side of the central value, in a sentence; empty where they lie on both. */
export function oneSidedWords(spread: Spread): string {
  const side = sideDrawn(spread);
  return side === null ? "" : `The central value is an end of the range, so all draws lie ${side} it.`;
}
