import type { EvidenceRow } from "./baseline.js";
import { readRates, yearlyCost } from "./practice-cost.js";
import { readPractices, type Practice } from "./practices.js";

/** A practice as the register lists it: with what it costs a year, worked out when the site is built. */
export interface ListedPractice extends Practice {
  /** EUR a year, where documents state it, and of what they state it; null elsewhere. */
  cost: { euros: number; what: string } | null;
}

/** The register out of the tables of the evidence, in the order of the table `practices`. */
export function readRegister(rowsOf: (table: string) => readonly EvidenceRow[]): ListedPractice[] {
  const rates = readRates(rowsOf("exchange_rates"));
  return readPractices(rowsOf).map((practice) => {
    const yearly = yearlyCost(practice.costs, rates);
    return { ...practice, cost: yearly && { euros: yearly.euros, what: yearly.from.what } };
  });
}
