import { gatherFacts } from "../../src/paste-check/gather-facts.js";
import { textChecker } from "../../src/paste-check/check-text.js";
import { evidence } from "../support/evidence/real-evidence.js";

/** The facts of the evidence. */
export const facts = gatherFacts((table) => evidence.get(table)?.rows ?? []);

/** A checker of texts against the evidence. */
export const check = textChecker(facts);
