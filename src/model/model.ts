import type { SetAside } from "./adoptable.js";
import type { Assumption, ModelVersion } from "./assumptions.js";
import type { Grounds } from "./grounds.js";

/** The evidence a scenario stands on: counts, the practices that may be adopted, and assumptions. */
export interface Model extends Grounds {
  assumptions: readonly Assumption[];
  /** Of the formulas; left out, the first: records of it do not say so. */
  version?: ModelVersion;
  /** Practices that are in the register and cannot be adopted; none where left out. */
  setAside?: SetAside;
  /** The model of the mapped cities, where this is one of a reader's own city. */
  whole?: Model;
}
