import type { Adoptables } from "./adoptable.js";
import type { Baseline } from "./baseline.js";

/** What levers act on. */
export interface Grounds {
  baseline: Baseline;
  /** Practices that may be adopted. */
  practices: Adoptables;
}
