import { whyNotAdoptable } from "../../model/adoptable.js";
import type { PracticeOf } from "../../model/register-codec.js";

/** What the workbench knows of a practice: enough to adopt it, to rank it and to say where it is from. */
export type AdoptablePractice = PracticeOf<"adoptable">;

/** Those that can be adopted. */
export function adoptableAmong(practices: readonly AdoptablePractice[]): AdoptablePractice[] {
  return practices.filter((practice) => whyNotAdoptable(practice) === null);
}
