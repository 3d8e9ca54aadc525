import type { Target } from "../model/targets.js";

/** The targets as they are chosen. */
export const targetLabels: Readonly<Record<Target["kind"], string>> = {
  median: "median of the mapped cities",
  "upper-quartile": "upper quartile of the mapped cities",
  best: "best of the mapped cities",
  own: "own figures",
};
