import { fetchRegister as fetchParts } from "../../components/fetch-register.js";
import { wordsFor } from "../../components/reader-error.js";
import type { ToldFault } from "../../components/told-fault.js";
import { bad, good, type Outcome } from "../../model/outcome.js";
import type { AdoptablePractice } from "./adoptable-practice.js";

/** The whole register of practices as it is fetched for the workbench, or why it did not come. */
export type Register = Outcome<AdoptablePractice[], ToldFault>;

/**
 * Fetches the register. It never fails: a workbench without practices has every other lever.
 * @param version hash of the data that the page was made from
 */
export async function fetchRegister(version: string): Promise<Register> {
  try {
    const { practices } = await fetchParts(["adoptable"], "adoptable.json", version);
    return good(practices);
  } catch (error) {
    return bad({ message: registerMissing(wordsFor(error, "the page met a fault of its own")) });
  }
}

function registerMissing(why: string): string {
  return `The register of practices did not arrive: ${why}. None can be adopted, and links that adopt some wait for it. Everything else works.`;
}
