import type { Target } from "../model/targets.js";

/** The targets as they are chosen. */
export const targetLabels: Readonly<Record<Target["kind"], string>> = {
  median: "median of the eight cities",
  "upper-quartile": "upper quartile of the eight",
  best: "best of the eight",
  own: "own figures",
};
