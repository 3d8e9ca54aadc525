import type { PracticeOf } from "../../model/register-codec.js";

/** What the workbench knows of a practice: enough to adopt it, to rank it and to say where it is from. */
export type AdoptablePractice = PracticeOf<"adoptable">;

/** Those that can be adopted: a practice without a dimension would add nothing. */
export function adoptableAmong(practices: readonly AdoptablePractice[]): AdoptablePractice[] {
  return practices.filter(({ dimensions }) => dimensions.length > 0);
}
