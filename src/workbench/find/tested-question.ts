import type { Objective } from "../../model/search/aim.js";
import type { Limits } from "../../model/search/limits.js";
import type { ShownPlan } from "./plan.js";

/** A plan to be tested, with what it was found on. */
export interface TestedQuestion extends Omit<ShownPlan, "found"> {
  /** Tells its tables and pictures from those of other plans of the page: "best use". */
  name: string;
  /** EUR a year. */
  budget: number;
  objective: Objective;
  limits: Limits;
}
